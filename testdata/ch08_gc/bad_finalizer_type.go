// hood: run   exit: 2   book: 8.7
// The finalizer must take what it is given.
package main

import "runtime"

type object struct {
	words [8]uintptr
	next  *object
}

func main() {
	o := &object{}
	runtime.SetFinalizer(o, func(int) {})
	runtime.KeepAlive(o)
}

// err: fatal error: runtime.SetFinalizer: cannot pass *main.object to finalizer func(int)
// err: goroutine 1 [running]:
