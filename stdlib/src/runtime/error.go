// Package runtime is the program's door to the machine that runs it.
package runtime

// An Error is a run-time error: an index out of range, a nil dereference, a failed type assertion…
type Error interface {
	error

	// RuntimeError does nothing; it tells run-time errors from other errors.
	RuntimeError()
}

// The types below are made by C++ (runtime/lang/panic.cc) with their text complete; well_known.def names them. Each is a
// string, or a struct that starts with one.

// An errorString is a run-time error of the language.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// An errorAddressString is an address that memory refused, where SetPanicOnFault lets the program go on.
type errorAddressString struct {
	text string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}
func (e errorAddressString) Error() string { return "runtime error: " + e.text }

// Addr returns the address, as package debug promises.
func (e errorAddressString) Addr() uintptr { return e.addr }

// A plainError is an error of channels and maps, whose text has no prefix.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A boundsError is an index or a slice bound out of range.
type boundsError struct {
	text string
}

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + e.text }

// A TypeAssertionError is a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return "interface conversion: " + e.text }

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct {
	text string
}

func (*PanicNilError) RuntimeError()   {}
func (e *PanicNilError) Error() string { return e.text }

// ---- the report of a panic that nobody recovered ----

// panicArg returns the value of the i-th panic of this goroutine, newest first; ok is false when there is no i-th.
func panicArg(i int) (arg any, ok bool)

// setPanicText replaces that value by the text to print.
func setPanicText(i int, text string)

// fatalpanic prints the panics and this goroutine, and ends the program.
func fatalpanic()

func throw(text string)

// preprintpanics is called on the panicking goroutine when its deferred calls are done: it has errors and Stringers say what
// they are, which only Go code can, and does not return.
func preprintpanics() {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case string:
			throw("panic while printing panic value: " + v)
		default:
			throw("panic while printing panic value")
		}
	}()
	for i := 0; ; i++ {
		arg, ok := panicArg(i)
		if !ok {
			break
		}
		switch v := arg.(type) {
		case error:
			setPanicText(i, v.Error())
		case interface{ String() string }:
			setPanicText(i, v.String())
		}
	}
	fatalpanic()
}
