// hood: run   knobs: clobberfree=1 gccheckmark=1 gcstress=0   oracle: no   book: 8.8
// With clobberfree what is freed is overwritten: who reads through a number that was a pointer sees it at once.
package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

type object struct{ words [16]uint64 }

//go:noinline
func hide() uintptr {
	o := &object{}
	o.words[3] = 42
	return uintptr(unsafe.Pointer(o))
}

//go:noinline
func peek(p uintptr) uint64 { return (*object)(unsafe.Pointer(p)).words[3] }

func main() {
	p := hide()
	kept := &object{}
	kept.words[3] = 43
	fmt.Println(peek(p)) // out: 42
	runtime.GC()
	fmt.Printf("%#x %d\n", peek(p), kept.words[3]) // out: 0xdeadbeefdeadbeef 43
}
