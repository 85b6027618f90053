package errors

// What checkTarget finds wrong with the target of As.
const (
	targetOK = iota
	targetNotPointer
	targetNotError
)

// isComparable reports whether == on err's dynamic type cannot panic.
func isComparable(err error) bool

// checkTarget classifies the target of As. REQUIRES: neither is nil (what err is does not matter).
func checkTarget(err error, target any) int

// assignTo stores err in *target if its dynamic type can be assigned to target's element type.
func assignTo(err error, target any) bool
