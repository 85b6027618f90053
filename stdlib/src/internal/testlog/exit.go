// Package testlog is what package testing has others do while tests run.
package testlog

import "sync/atomic"

var panicOnExit0 int32

// PanicOnExit0 reports whether os.Exit(0) is to panic: a test that ends the program would look like success.
func PanicOnExit0() bool { return atomic.LoadInt32(&panicOnExit0) != 0 }

// SetPanicOnExit0 has it panic, or not.
func SetPanicOnExit0(on bool) {
	var n int32
	if on {
		n = 1
	}
	atomic.StoreInt32(&panicOnExit0, n)
}
