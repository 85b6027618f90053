// hood: run   exit: 2   book: 8.7
// A variadic function is no finalizer.
package main

import "runtime"

type object struct {
	words [8]uintptr
	next  *object
}

func main() {
	o := &object{}
	runtime.SetFinalizer(o, func(...*object) {})
	runtime.KeepAlive(o)
}

// err: fatal error: runtime.SetFinalizer: cannot pass *main.object to finalizer func(...*main.object) because dotdotdot
// err: goroutine 1 [running]:
