// hood: run   oracle: no   book: 8.7
// Cleanups: several per object, on pointers to its inside too, none that sees the object. They run when it is gone for good, that is
// after its finalizer; rings are no obstacle. Stop takes one away.
package main

import (
	"fmt"
	"runtime"
	"sort"
	"time"
)

type conn struct {
	fd   int
	peer *conn
	pad  [5]int
}

var events = make(chan string, 20)

func note(s string) { events <- s }

// collect runs collections until n events came, and prints them in order of their texts: that of cleanups is not promised.
func collect(n int) {
	var all []string
	for len(all) < n {
		runtime.GC()
		select {
		case e := <-events:
			all = append(all, e)
		case <-time.After(time.Millisecond):
		}
	}
	sort.Strings(all)
	for _, e := range all {
		fmt.Println(e)
	}
}

//go:noinline
func several() {
	c := &conn{fd: 3}
	runtime.AddCleanup(c, func(fd int) { note(fmt.Sprint("close ", fd)) }, c.fd)
	runtime.AddCleanup(c, note, "log")
	runtime.AddCleanup(&c.pad[1], func(s []string) { note(fmt.Sprint("inside ", s)) }, []string{"a", "b"})
	stopped := runtime.AddCleanup(c, note, "never: stopped")
	stopped.Stop()
	stopped.Stop()
}

//go:noinline
func ring() {
	a, b := &conn{fd: 1}, &conn{fd: 2}
	a.peer, b.peer = b, a
	runtime.AddCleanup(a, note, "ring a")
	runtime.AddCleanup(b, note, "ring b")
}

var revived *conn

//go:noinline
func withFinalizer() {
	c := &conn{fd: 4}
	runtime.AddCleanup(c, note, "cleanup after finalizer")
	runtime.SetFinalizer(c, func(c *conn) {
		revived = c
		note("finalizer")
	})
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

var global int

func main() {
	several()
	collect(3)
	// out: close 3
	// out: inside [a b]
	// out: log
	ring()
	collect(2)
	// out: ring a
	// out: ring b
	withFinalizer()
	collect(1) // out: finalizer
	runtime.GC()
	runtime.GC()
	fmt.Println(len(events), revived.fd) // out: 0 4
	revived = nil
	collect(1) // out: cleanup after finalizer

	runtime.AddCleanup(&global, note, "never: a global")
	try(func() { runtime.AddCleanup((*conn)(nil), note, "") }) // out: runtime.AddCleanup: ptr is nil
	c := &conn{}
	// out: runtime.AddCleanup: ptr is equal to arg, cleanup will never run
	try(func() { runtime.AddCleanup(c, func(*conn) {}, c) })
	runtime.GC()
	time.Sleep(time.Millisecond)
	fmt.Println(len(events)) // out: 0
	runtime.KeepAlive(c)
}
