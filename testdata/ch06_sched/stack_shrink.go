// hood: run   book: 6.7
// A stack shrinks at a collection, but never below the frames on it: large arrays of a caller stay whole while it waits.
package main

import (
	"fmt"
	"runtime"
)

type table struct{ v [1000]int }

//go:noinline
func fill(k int) (t table) {
	for i := range t.v {
		t.v[i] = i * k
	}
	return t
}

func (t table) sum() (s int) {
	for _, v := range t.v {
		s += v
	}
	return
}

func deep(n int) int {
	if n == 0 {
		runtime.GC()
		return 0
	}
	return deep(n-1) + 1
}

func worker(out chan<- int) {
	for i := 0; i < 6; i++ {
		runtime.GC() // nothing of the large frame is alive yet
	}
	a := fill(1)
	n := deep(500) // grows
	for i := 0; i < 6; i++ {
		runtime.GC() // shrinks
	}
	b := fill(2)
	runtime.GC()
	a.v[999] += b.v[999]
	out <- a.sum() + n
	<-make(chan int)
}

func main() {
	out := make(chan int)
	for i := 0; i < 3; i++ {
		go worker(out)
	}
	fmt.Println(<-out, <-out, <-out) // out: 501998 501998 501998
	runtime.GC()
	a := fill(3)
	fmt.Println(a.sum()) // out: 1498500
}
