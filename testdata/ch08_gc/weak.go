// hood: run   oracle: no   book: 8.7
// A weak pointer keeps nothing. It is nil from the moment on that nothing else kept its variable: before finalizers see the
// object again, before cleanups run.
package main

import (
	"fmt"
	"runtime"
	"time"
	"weak"
)

type blob struct {
	name string
	pad  [6]int
	next *blob
}

var events = make(chan string, 10)

func collect(n int) {
	for n > 0 {
		runtime.GC()
		select {
		case e := <-events:
			fmt.Println(e)
			n--
		case <-time.After(time.Millisecond):
		}
	}
}

//go:noinline
func lost() weak.Pointer[blob] { return weak.Make(&blob{name: "lost"}) }

//go:noinline
func finalized() weak.Pointer[blob] {
	b := &blob{name: "with a finalizer"}
	w := weak.Make(b)
	runtime.SetFinalizer(b, func(b *blob) {
		events <- fmt.Sprint("finalizing ", b.name, ": weak pointer is nil: ", w.Value() == nil)
	})
	return w
}

//go:noinline
func inChain() (first, second weak.Pointer[blob]) {
	b := &blob{name: "first", next: &blob{name: "second"}}
	runtime.SetFinalizer(b, func(b *blob) { events <- "finalizing " + b.name + ", which leads to " + b.next.name })
	return weak.Make(b), weak.Make(b.next)
}

type cache struct {
	entries map[string]weak.Pointer[blob]
	made    int
}

func (c *cache) get(name string) *blob {
	if b := c.entries[name].Value(); b != nil {
		return b
	}
	c.made++
	b := &blob{name: name}
	c.entries[name] = weak.Make(b)
	return b
}

var global = blob{name: "global"}

func main() {
	var zero weak.Pointer[blob]
	fmt.Println(zero.Value() == nil, weak.Make[blob](nil) == zero) // out: true true

	b := &blob{name: "held", next: &blob{name: "field"}}
	w := weak.Make(b)
	inner := weak.Make(&b.pad[2])
	runtime.GC()
	fmt.Println(w.Value().name, w == weak.Make(b))                  // out: held true
	fmt.Println(inner.Value() == &b.pad[2], weak.Make(b.next) == w) // out: true false
	b.pad[2] = 7
	fmt.Println(*inner.Value()) // out: 7
	field := weak.Make(b.next)
	b.next = nil
	runtime.GC()
	fmt.Println(field.Value() == nil, w.Value() == b) // out: true true
	runtime.KeepAlive(b)
	runtime.GC()
	fmt.Println(w.Value(), inner.Value(), w == w) // out: <nil> <nil> true

	l, l2 := lost(), lost()
	runtime.GC()
	fmt.Println(l.Value(), l == l2) // out: <nil> false

	f := finalized()
	collect(1)             // out: finalizing with a finalizer: weak pointer is nil: true
	fmt.Println(f.Value()) // out: <nil>

	first, second := inChain()
	collect(1) // out: finalizing first, which leads to second
	fmt.Println(first.Value())
	// out: <nil>
	for second.Value() != nil {
		runtime.GC()
	}

	c := &cache{entries: map[string]weak.Pointer[blob]{}}
	x := c.get("x")
	runtime.GC()
	fmt.Println(c.get("x") == x, c.made) // out: true 1
	runtime.GC()
	c.get("x")
	fmt.Println(c.made) // out: 2

	g := weak.Make(&global)
	runtime.GC()
	fmt.Println(g.Value().name, g == weak.Make(&global)) // out: global true
	fmt.Printf("%T\n", g)                                // out: weak.Pointer[main.blob]
}
