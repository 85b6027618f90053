// hood: run   exit: 2   book: 8.7
// Only what a pointer points to can have a finalizer.
package main

import "runtime"

type object struct {
	words [8]uintptr
	next  *object
}

func main() {
	o := &object{}
	runtime.SetFinalizer(*o, func(object) {})
	runtime.KeepAlive(o)
}

// err: fatal error: runtime.SetFinalizer: first argument is main.object, not pointer
// err: goroutine 1 [running]:
