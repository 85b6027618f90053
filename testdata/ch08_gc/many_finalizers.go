// hood: run   knobs: gcstress=0   oracle: no   book: 8.7
// Finalizers, cleanups and weak pointers of many objects that die together: each finalizer and each cleanup runs once, and no weak
// pointer leads to the dead, whether a cycle's end or a sweeper finds them. Nothing of it is done while the world is stopped.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
	"weak"
)

type node struct {
	id   int
	peer *node
}

const n = 20000

var finalized, cleaned atomic.Int32

func build() ([]*node, []weak.Pointer[node]) {
	var kept []*node
	weaks := make([]weak.Pointer[node], n)
	for i := range weaks {
		x := &node{id: i, peer: &node{id: -i}}
		weaks[i] = weak.Make(x)
		switch i % 4 {
		case 0:
			runtime.SetFinalizer(x, func(x *node) {
				if x.peer.id == -x.id {
					finalized.Add(1)
				}
			})
		case 1:
			runtime.AddCleanup(x, func(int) { cleaned.Add(1) }, i)
		case 2:
			kept = append(kept, x)
		}
	}
	return kept, weaks
}

func count(weaks []weak.Pointer[node]) (alive int) {
	for i := range weaks {
		if x := weaks[i].Value(); x != nil {
			if x.id != i || x.peer.id != -i {
				panic("a weak pointer leads to another object")
			}
			alive++
		}
	}
	return alive
}

func main() {
	kept, weaks := build()
	fmt.Println("alive", count(weaks) >= n/4)
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	for wait := 0; wait < 1000 && (finalized.Load() < n/4 || cleaned.Load() < n/4); wait++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println("finalized", finalized.Load(), "cleaned", cleaned.Load())
	fmt.Println("alive", count(weaks), "kept", len(kept))
	runtime.KeepAlive(kept)
}

// out: alive true
// out: finalized 5000 cleaned 5000
// out: alive 5000 kept 5000
