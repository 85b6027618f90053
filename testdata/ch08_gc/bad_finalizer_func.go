// hood: run   exit: 2   book: 8.7
// SetFinalizer takes a func that is nil; calling it is what fails, in the goroutine of the finalizers.
package main

import (
	"runtime"
	"time"
)

type object struct{ words [8]uintptr }

//go:noinline
func arrange() {
	var f func(*object)
	runtime.SetFinalizer(&object{}, f)
}

func main() {
	arrange()
	for {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
}

// err: panic: runtime error: invalid memory address or nil pointer dereference
// err: [signal SIGSEGV: segmentation violation
