// hood: run   oracle: no
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

	makeMany(0, 1000)
	before := heapAfterGC()
	makeMany(1000, 2000)
	forgotten := false // soon: cleanups run in a goroutine of their own
	for i := 0; i < 1000 && !forgotten; i++ {
		time.Sleep(time.Millisecond)
		forgotten = heapAfterGC()-before < 20_000
	}
	fmt.Println("forgotten:", forgotten) // out: forgotten: true
}
