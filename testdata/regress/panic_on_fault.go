// hood: run
// An address that memory refuses ended the program even where SetPanicOnFault asks for a panic, and nobody could tell in which
// function: the interpreter's registers were thought to be lost. The handler of SIGSEGV now sends the interpreter to where it
// panics.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"unsafe"
)

type big struct{ a, b, c, d, e int64 }

var (
	sink  int
	sinkB big
)

func at(mem []byte, what string, f func()) {
	defer func() {
		err, ok := recover().(runtime.Error)
		if !ok {
			fmt.Println(what, "did not panic")
			return
		}
		addr := err.(interface{ Addr() uintptr }).Addr()
		first := uintptr(unsafe.Pointer(&mem[0]))
		var pcs [10]uintptr
		frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
		for more := true; more; {
			var frame runtime.Frame
			frame, more = frames.Next()
			if strings.HasPrefix(frame.Function, "main.main.func") {
				fmt.Println(what, err, first <= addr && addr < first+uintptr(len(mem)), frame.Line)
				break
			}
		}
	}()
	f()
}

func main() {
	mem, err := syscall.Mmap(-1, 0, 1<<16, syscall.PROT_NONE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(debug.SetPanicOnFault(true)) // out: false
	p := (*big)(unsafe.Pointer(&mem[0]))
	words := unsafe.Slice((*int64)(unsafe.Pointer(&mem[0])), 100)
	at(mem, "load", func() { sink = int(mem[5]) })             // out: load runtime error: invalid memory address or nil pointer dereference true 56
	at(mem, "store", func() { mem[7] = 1 })                    // out: store runtime error: invalid memory address or nil pointer dereference true 57
	at(mem, "field", func() { sink = int(p.d) })               // out: field runtime error: invalid memory address or nil pointer dereference true 58
	at(mem, "set", func() { p.c = 5 })                         // out: set runtime error: invalid memory address or nil pointer dereference true 59
	at(mem, "inc", func() { p.b++ })                           // out: inc runtime error: invalid memory address or nil pointer dereference true 60
	at(mem, "word", func() { words[9] += 2 })                  // out: word runtime error: invalid memory address or nil pointer dereference true 61
	at(mem, "struct", func() { sinkB = *p })                   // out: struct runtime error: invalid memory address or nil pointer dereference true 62
	at(mem, "put", func() { *p = sinkB })                      // out: put runtime error: invalid memory address or nil pointer dereference true 63
	at(mem, "copy", func() { copy(mem, []byte("some text")) }) // out: copy runtime error: invalid memory address or nil pointer dereference true 64
	at(mem, "sum", func() {                                    // out: sum runtime error: invalid memory address or nil pointer dereference true 67
		for i := range words {
			sink += int(words[i])
		}
	})
	fmt.Println(debug.SetPanicOnFault(false)) // out: true
}
