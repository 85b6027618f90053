// hood: run   knobs: gomaxprocs=4
// Who ended a wait counted it in the block profile with the stack of the one that waited, while a marker was free to move that
// stack: the walk went into memory that was gone. The waiter counts it now, when it runs again.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

//go:noinline
func deep(n int) int {
	var a [16]int
	if n == 0 {
		return a[3]
	}
	a[n%16] = n
	return deep(n-1) + a[5]
}

func main() {
	runtime.SetBlockProfileRate(1)
	over := make(chan bool)
	go func() {
		for {
			select {
			case <-over:
				return
			default:
				runtime.GC()
			}
		}
	}()
	for end := time.Now().Add(time.Second); time.Now().Before(end); {
		var mu sync.Mutex
		c := sync.NewCond(&mu)
		waiting, released := 0, false
		var wg sync.WaitGroup
		for i := 0; i < 50; i++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				deep(2000) // leaves a large stack, of which little is in use
				mu.Lock()
				waiting++
				for !released {
					c.Wait()
				}
				mu.Unlock()
			}()
		}
		for ready := false; !ready; runtime.Gosched() {
			mu.Lock()
			ready = waiting == 50
			released = ready
			mu.Unlock()
		}
		c.Broadcast()
		wg.Wait()
	}
	over <- true
	records := make([]runtime.BlockProfileRecord, 100)
	n, ok := runtime.BlockProfile(records)
	fmt.Println(n > 0, ok)
}

// out: true true
