// hood: run   book: 8.9
// A finalizer runs once after the object has become unreachable, may bring it back to life, and KeepAlive postpones it.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type res struct {
	id   int
	next *res
}

var events = make(chan string, 10)
var saved *res

//go:noinline
func make1(id int) {
	r := &res{id: id}
	runtime.SetFinalizer(r, func(r *res) { events <- fmt.Sprint("finalized ", r.id) })
}

//go:noinline
func resurrect() {
	r := &res{id: 2}
	runtime.SetFinalizer(r, func(r *res) { saved = r; events <- "saved" })
}

//go:noinline
func removed() {
	r := &res{id: 3}
	runtime.SetFinalizer(r, func(r *res) { events <- "must not run" })
	runtime.SetFinalizer(r, nil)
}

// chain: b is reachable from a, so a is finalized first and b a collection later.
//
//go:noinline
func chain() {
	b := &res{id: 5}
	a := &res{4, b}
	for _, r := range []*res{a, b} {
		runtime.SetFinalizer(r, func(r *res) { events <- fmt.Sprint("chain ", r.id) })
	}
}

// scrub overwrites what earlier calls left on the stack.
//
//go:noinline
func scrub(n int) int {
	var pad [20]int
	if n > 0 {
		pad[n%20] = scrub(n - 1)
	}
	return pad[n%20]
}

func wait() string {
	for i := 0; i < 100; i++ {
		scrub(10)
		runtime.GC()
		select {
		case e := <-events:
			return e
		case <-time.After(20 * time.Millisecond):
		}
	}
	return "nothing"
}

func main() {
	make1(1)
	fmt.Println(wait()) // out: finalized 1
	resurrect()
	fmt.Println(wait(), saved.id) // out: saved 2
	removed()
	chain()
	fmt.Println(wait()) // out: chain 4
	fmt.Println(wait()) // out: chain 5

	r := &res{id: 6}
	runtime.SetFinalizer(r, func(r *res) { events <- "finalized 6" })
	runtime.GC()
	runtime.GC()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(events)) // out: 0
	runtime.KeepAlive(r)
	fmt.Println(wait()) // out: finalized 6
}
