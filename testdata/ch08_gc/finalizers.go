// hood: run   book: 8.7
// A finalizer runs once its object is unreachable; of a chain the first comes first; nil takes it away; a ring never goes.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type node struct {
	name string
	next *node
	pad  [4]int
}

func (n *node) String() string { return n.name }

var ran = make(chan string, 10)

//go:noinline
func makeChain() {
	b := &node{name: "b"}
	a := &node{name: "a", next: b}
	for _, n := range []*node{a, b} {
		runtime.SetFinalizer(n, func(n *node) { ran <- n.name })
	}
}

//go:noinline
func makeOthers() {
	s := &node{name: "stringer"}
	runtime.SetFinalizer(s, func(s fmt.Stringer) { ran <- s.String() })
	none := &node{name: "none"}
	runtime.SetFinalizer(none, func(n *node) { ran <- n.name })
	runtime.SetFinalizer(none, nil)
	x, y := &node{name: "x"}, &node{name: "y"}
	x.next, y.next = y, x
	runtime.SetFinalizer(x, func(n *node) { ran <- n.name })
}

func collect(want int) {
	for i := 0; i < 50 && want > 0; i++ {
		runtime.GC()
		select {
		case name := <-ran:
			fmt.Println("finalized", name)
			want--
		case <-time.After(10 * time.Millisecond):
		}
	}
}

//go:noinline
func clearStack(n int) int {
	var pad [64]int
	if n > 0 {
		return clearStack(n-1) + pad[n]
	}
	return pad[0]
}

func main() {
	makeChain()
	clearStack(10)
	collect(2) // out: finalized a
	// out: finalized b
	makeOthers()
	clearStack(10)
	collect(1) // out: finalized stringer
	runtime.GC()
	time.Sleep(time.Millisecond)
	fmt.Println("left:", len(ran)) // out: left: 0
	func() {
		defer func() { fmt.Println("kept") }() // out: kept
		k := &node{name: "kept"}
		runtime.SetFinalizer(k, func(n *node) { ran <- n.name })
		runtime.GC()
		runtime.GC()
		if len(ran) != 0 {
			fmt.Println("too early")
		}
		runtime.KeepAlive(k)
	}()
}
