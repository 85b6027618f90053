// hood: run   knobs: gomaxprocs=4 gcstress=0
// A pool had shards for those Ps only that had asked it. When its goroutine came to a P with a higher number, the pool got new
// shards, and what it held was gone without a collection.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

func main() {
	debug.SetGCPercent(-1)
	lost := 0
	for k := 0; k < 50; k++ {
		var p sync.Pool
		p.Get()
		for i := 0; i < 100; i++ {
			p.Put(i)
		}
		for i := 0; i < 4; i++ {
			done := make(chan bool)
			go func() { // on any P
				if p.Get() == nil {
					lost++
				}
				done <- true
			}()
			for n := 0; n < 100; n++ {
				runtime.Gosched()
			}
			<-done
		}
	}
	fmt.Println(lost)
}

// out: 0
