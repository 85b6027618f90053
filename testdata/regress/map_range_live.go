// hood: run   knobs: gcverify=1
// The value of a range over a map was believed to be alive from the start of the function, because the step of the iterator
// reads its own state; the pointer maps before the loop then listed a slot that nobody had written, and a collection
// followed what an earlier call had left there.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	id   int
}

//go:noinline
func lost() *node { return &node{id: 1} } // its result stays where the next call's result will be

//go:noinline
func first(m map[int]*node) *node {
	runtime.GC()
	for _, n := range m {
		return n
	}
	return nil
}

//go:noinline
func firstDeferred(m map[int]*node) (r *node) {
	runtime.GC()
	defer func() { recover() }()
	for _, n := range m {
		return n
	}
	return nil
}

func main() {
	m := map[int]*node{1: {id: 7}}
	for i := 0; i < 3; i++ {
		lost()
		runtime.GC()
		fmt.Print(first(m).id)
		lost()
		runtime.GC()
		fmt.Print(firstDeferred(m).id)
	}
	fmt.Println() // out: 777777
}
