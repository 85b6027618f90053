// hood: run   exit: 2   book: 8.7
// A finalizer belongs to a whole object, not to a field in its middle.
package main

import "runtime"

type object struct {
	words [8]uintptr
	next  *object
}

func main() {
	o := &object{}
	runtime.SetFinalizer(&o.next, func(**object) {})
	runtime.KeepAlive(o)
}

// err: fatal error: runtime.SetFinalizer: pointer not at beginning of allocated block
// err: goroutine 1 [running]:
