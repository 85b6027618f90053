package runtime

// The states of a range-over-func loop, as the compiler numbers them (compiler/ir/build_range_func.cc).
const (
	rangeDone         = iota // the body has ended the loop
	rangeReady               // the body may be called
	rangePanic               // the body runs, or has panicked
	rangeExhausted           // the iterator has returned
	rangeMissingPanic        // the iterator recovered a panic of the body and returned as if nothing had happened
)

// panicrangestate is called where an iterator breaks the rules: state is what forbids it to call the body, or to return.
func panicrangestate(state int) {
	switch state {
	case rangeDone:
		panic(errorString("range function continued iteration after function for loop body returned false"))
	case rangePanic:
		panic(errorString("range function continued iteration after loop body panic"))
	case rangeExhausted:
		panic(errorString("range function continued iteration after whole loop exit"))
	case rangeMissingPanic:
		panic(errorString("range function recovered a loop body panic and did not resume panicking"))
	}
}
