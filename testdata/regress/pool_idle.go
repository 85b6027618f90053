// hood: run   knobs: gcstress=0
// A pool grew older only when somebody used it: what lay in an idle one was kept for ever.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

var idle sync.Pool

func fill(n int, gone chan int) {
	for i := 0; i < n; i++ {
		x := new([64]byte)
		runtime.SetFinalizer(x, func(*[64]byte) { gone <- 1 })
		idle.Put(x)
	}
}

func main() {
	debug.SetGCPercent(-1)
	gone := make(chan int, 100)
	fill(100, gone)
	runtime.GC()
	fmt.Println("after one collection:", len(gone))
	for i := 0; i < 2; i++ {
		runtime.GC()
	}
	sum := 0
	for end := time.After(5 * time.Second); sum < 100; {
		select {
		case n := <-gone:
			sum += n
		case <-end:
			fmt.Println("waited in vain")
			return
		}
	}
	fmt.Println("after three:", sum)
}

// out: after one collection: 0
// out: after three: 100
