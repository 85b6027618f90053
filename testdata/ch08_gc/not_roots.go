// hood: run   book: 8.1
// Only pointers keep an object: a uintptr or int of the same bits does not, a pointer into its middle does.
package main

import (
	"fmt"
	"runtime"
	"time"
	"unsafe"
)

type block struct {
	pad [8]int64
	v   int64
}

var asInt, asInt2 [4]uintptr
var inside *int64
var freed = make(chan int, 4)

//go:noinline
func allocate() {
	for i := range asInt {
		b := &block{v: int64(i)}
		i := i
		runtime.SetFinalizer(b, func(*block) { freed <- i })
		asInt[i] = uintptr(unsafe.Pointer(b))
		asInt2[i] = asInt[i] + 8
		if i == 2 {
			inside = &b.v
		}
	}
}

//go:noinline
func scrub(n int) int {
	var pad [20]int
	if n > 0 {
		pad[n%20] = scrub(n - 1)
	}
	return pad[n%20]
}

func main() {
	allocate()
	gone := map[int]bool{}
	for tries := 0; len(gone) < 3 && tries < 200; tries++ {
		scrub(10)
		runtime.GC()
		select {
		case i := <-freed:
			gone[i] = true
		case <-time.After(5 * time.Millisecond):
		}
	}
	fmt.Println(len(gone), gone[2], *inside)       // out: 3 false 2
	fmt.Println(asInt[0] != 0, asInt2[1]-asInt[1]) // out: true 8
	inside = nil
	for tries := 0; len(gone) < 4 && tries < 200; tries++ {
		scrub(10)
		runtime.GC()
		select {
		case i := <-freed:
			gone[i] = true
		case <-time.After(5 * time.Millisecond):
		}
	}
	fmt.Println(gone) // out: map[0:true 1:true 2:true 3:true]
}
