package sort

// sortInts sorts x in increasing order.
func sortInts(x []int)

func sortStrings(x []string)

// sortFloat64s sorts x in increasing order, unless it holds a NaN or a negative zero: which of several equal
// ones goes where depends on the algorithm, and is then left to the one that Sort uses. It reports whether it did.
func sortFloat64s(x []float64) bool
