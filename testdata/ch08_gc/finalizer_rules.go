// hood: run   book: 8.7
// The small print of finalizers: what SetFinalizer accepts, what runs and in which order, resurrection, KeepAlive.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type file struct {
	name string
	next *file
	pad  [4]int
}

type closer interface{ Close() string }

func (f *file) Close() string { return "closed " + f.name }

var events = make(chan string, 100)

// collect runs collections until n events came.
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
func forms() {
	runtime.SetFinalizer(&file{name: "a"}, func(f *file) { events <- "func(*file): " + f.name })
	collect(1)
	runtime.SetFinalizer(&file{name: "b"}, func(f closer) { events <- "func(closer): " + f.Close() })
	collect(1)
	runtime.SetFinalizer(&file{name: "c"}, func(x interface{}) { events <- "func(any): " + x.(*file).name })
	collect(1)
	runtime.SetFinalizer(&file{name: "d"}, (*file).report)
	collect(1)
	type plain struct{ name string }
	type pointer *plain
	runtime.SetFinalizer(&plain{name: "e"}, func(p pointer) { events <- "func(pointer): " + p.name })
	collect(1)
	runtime.SetFinalizer(&file{name: "f"}, func(f *file) (int, error) { events <- "results are dropped"; return 1, nil })
	collect(1)
	runtime.SetFinalizer(new([100]int), func(a *[100]int) { events <- fmt.Sprint("array of ", len(a)) })
	collect(1)
}

func (f *file) report() { events <- "method expression: " + f.name }

// Nothing happens to what lives forever.
var global file

func exempt() {
	runtime.SetFinalizer(&global, func(*file) { events <- "never: global" })
	runtime.SetFinalizer(&struct{}{}, func(*struct{}) { events <- "never: no size" })
	runtime.SetFinalizer(&file{}, nil)
}

var revived *file

//go:noinline
func resurrect() {
	f := &file{name: "phoenix", next: &file{name: "egg"}}
	runtime.SetFinalizer(f, func(f *file) {
		revived = f
		events <- "revived " + f.name
	})
}

// In a chain each is finalized before what it points to.
//
//go:noinline
func chain() {
	var head *file
	for _, name := range []string{"last", "third", "second", "first"} {
		head = &file{name: name, next: head}
		runtime.SetFinalizer(head, func(f *file) { events <- "chain: " + f.name })
	}
}

// Those of a ring never are. An object that points to itself only is no ring.
//
//go:noinline
func ring() {
	a := &file{name: "ring"}
	a.next = &file{name: "of two", next: a}
	runtime.SetFinalizer(a, func(*file) { events <- "never: ring" })
	self := &file{name: "self"}
	self.next = self
	runtime.SetFinalizer(self, func(f *file) { events <- "points to itself: " + f.next.name })
}

//go:noinline
func replaced() {
	f := &file{name: "replaced"}
	runtime.SetFinalizer(f, func(*file) { events <- "never: replaced" })
	runtime.SetFinalizer(f, nil)
	runtime.SetFinalizer(f, func(f *file) { events <- "second finalizer of " + f.name })
}

func keepAlive() {
	f := &file{name: "kept"}
	runtime.SetFinalizer(f, func(f *file) { events <- "finalized " + f.name })
	for i := 0; i < 3; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println("events before KeepAlive:", len(events))
	runtime.KeepAlive(f)
	collect(1)
}

func main() {
	forms()
	exempt()
	resurrect()
	collect(1)
	runtime.GC()
	fmt.Println(revived.name, revived.next.name) // with all it points to; and it has no finalizer now
	runtime.SetFinalizer(revived, func(f *file) { events <- "again " + f.name })
	revived = nil
	collect(1)
	chain()
	collect(4)
	ring()
	collect(1)
	replaced()
	collect(1)
	keepAlive()
	runtime.GC()
	time.Sleep(time.Millisecond)
	fmt.Println("left:", len(events))
}
