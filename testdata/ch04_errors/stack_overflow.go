// hood: run   exit: 2   book: 6.7
// Endless recursion meets the limit of the stack: a fatal error that names it and cannot be recovered.
package main

import "runtime/debug"

type tree struct{ l, r *tree }

func (t *tree) depth() int { return 1 + t.l.depth() }

func main() {
	debug.SetMaxStack(1 << 16)
	t := &tree{}
	t.l = t
	defer func() { recover() }()
	println(t.depth())
	// err: runtime: goroutine stack exceeds 65536-byte limit
	// err: fatal error: stack overflow
	// err: main.(*tree).depth(
}
