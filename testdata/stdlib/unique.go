// hood: run   knobs: gcstress=0   oracle: no
// Handles of equal values are equal, those of different ones are not; what no handle stands for any more is forgotten.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"
	"unique"
)

type point struct {
	x, y int
	name string
}

type mine string

//go:noinline
func makeMany(from, to int) {
	for i := from; i < to; i++ {
		h := unique.Make(fmt.Sprint("temporary ", i))
		if h.Value() != fmt.Sprint("temporary ", i) {
			fmt.Println("wrong value", h.Value())
		}
	}
}

func heapAfterGC() int64 {
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// settledHeap is the heap when nothing is forgotten any more.
func settledHeap() int64 {
	last, same := heapAfterGC(), 0
	for i := 0; i < 1000 && same < 10; i++ {
		time.Sleep(time.Millisecond)
		same++
		if h := heapAfterGC(); h < last-1000 || h > last+1000 {
			last, same = h, 0
		}
	}
	return last
}

func main() {
	a := unique.Make("hello")
	b := unique.Make(strings.ToLower("HELLO"))
	c := unique.Make("world")
	fmt.Println(a == b, a == c, a.Value(), c.Value()) // out: true false hello world

	p := unique.Make(point{1, 2, "p"})
	fmt.Println(p == unique.Make(point{1, 2, "p"}), p == unique.Make(point{1, 2, "q"}), p.Value()) // out: true false {1 2 p}

	// The type counts, not only the value.
	var x interface{} = unique.Make(mine("hello"))
	_, same := x.(unique.Handle[string])
	fmt.Println(same, unique.Make[any](1) == unique.Make[any](1), unique.Make[any](1) == unique.Make[any]("1")) // out: false true false
	fmt.Printf("%T %T\n", a, x)                                                                                 // out: unique.Handle[string] unique.Handle[main.mine]

	runtime.GC()
	runtime.GC()
	fmt.Println(unique.Make("hello") == a, unique.Make("hello").Value()) // out: true hello

	m := map[unique.Handle[string]]int{a: 1}
	m[b]++
	fmt.Println(len(m), m[a]) // out: 1 2

	// The first ones make room: the tables do not grow later, whenever they are forgotten.
	makeMany(0, 4000)
	before := settledHeap()
	makeMany(4000, 5000)
	forgotten := false // soon: cleanups run in a goroutine of their own
	for i := 0; i < 1000 && !forgotten; i++ {
		time.Sleep(time.Millisecond)
		forgotten = heapAfterGC()-before < 20_000
	}
	fmt.Println("forgotten:", forgotten) // out: forgotten: true
}
