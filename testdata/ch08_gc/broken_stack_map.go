// hood: run   knobs: breakstackmap=20 gcverify=1 gcstress=1   exit: 70   oracle: no   book: 8.8
// A compiler with a bug: the pointer map of the call in line 20 says that nothing is alive there. The verifier does not
// believe it: code further on uses the slot as an address. It names function, pc, slot and line.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	value int
	next  *node
}

//go:noinline
func sum(n int) int {
	list := &node{value: n, next: &node{value: 1}}
	for i := 0; i < 2; i++ {
		runtime.GC()
	}
	for list.next != nil {
		n += list.value
		list = list.next
	}
	return n
}

func main() {
	fmt.Println(sum(2))
}

// err: heap verifier: goroutine 1: main.sum+
// err: broken_stack_map.go:20), slot
// err: the pointer map leaves it out, but it holds 0x
// err: an unmarked object, and is used at
