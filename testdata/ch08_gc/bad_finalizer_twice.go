// hood: run   exit: 2   book: 8.7
// A second finalizer is a mistake, unless the first is taken away.
package main

import "runtime"

type object struct {
	words [8]uintptr
	next  *object
}

func main() {
	o := &object{}
	runtime.SetFinalizer(o, func(*object) {})
	runtime.SetFinalizer(o, func(*object) {})
	runtime.KeepAlive(o)
}

// err: fatal error: runtime.SetFinalizer: finalizer already set
// err: goroutine 1 [running]:
