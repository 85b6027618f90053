// hood: heap   knobs: gcstress=0 sizeclasses=go collector=stw det=1 seed=1   flags: --peak --why main.entry   book: 8.8
// Why is it alive? The ways from a root to the objects that are asked for, one for each kind of way: here a cache that nobody
// empties, a goroutine that waits for ever, and a deferred call.
package main

import (
	"fmt"
	"runtime"
)

type entry struct {
	key  string
	next *entry
}

type cache struct {
	byKey map[string]*entry
	list  *entry
}

var shared cache

func leak(e *entry, wait chan bool) {
	<-wait
	fmt.Println(e.key)
}

func finish(e *entry) { fmt.Println("finished", e.key) } // out: finished deferred

func main() {
	shared.list = &entry{key: "list"}
	for i := 0; i < 5; i++ {
		shared.list = &entry{key: fmt.Sprint(i), next: shared.list}
	}
	go leak(&entry{key: "leaked"}, make(chan bool))
	for i := 0; i < 2; i++ { // in a loop: a record on the heap
		if i == 1 {
			defer finish(&entry{key: "deferred"})
		}
	}
	runtime.Gosched()
	runtime.GC()
}

// err: at its largest, in collection 1
// err: why main.entry is alive
// err: main.entry, 24 bytes, made at heap_why.go:33 main.main
// err:     global main.shared.list
// err: made at heap_why.go:38 main.main
// err:     deferred calls of goroutine 1
// err:       → struct { entry uintptr; c0 *main.entry }.c0
// err: made at heap_why.go:33 main.main; 4 more are kept in the same way
// err:     global main.shared.list
// err:       → main.entry.next
// err: made at heap_why.go:35 main.main
// err:     stack of goroutine
// err: heap_why.go:
