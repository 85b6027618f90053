// hood: run   exit: 2   book: 8.7
// There must be an object.
package main

import "runtime"

type object struct {
	words [8]uintptr
	next  *object
}

func main() {
	o := &object{}
	runtime.SetFinalizer((*object)(nil), func(*object) {})
	runtime.KeepAlive(o)
}

// err: fatal error: runtime.SetFinalizer: pointer not in allocated block
// err: goroutine 1 [running]:
