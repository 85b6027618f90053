// hood: run   book: 6.5
// GOMAXPROCS changes while goroutines, timers and collections are under way: none of them is lost.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	fmt.Println(runtime.GOMAXPROCS(4), runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-1)) // out: 1 4 4
	var wg sync.WaitGroup
	var sum, fired atomic.Int64
	for i := 0; i < 1000; i++ {
		wg.Add(2)
		time.AfterFunc(time.Duration(i%7)*time.Millisecond, func() { fired.Add(1); wg.Done() })
		go func() {
			defer wg.Done()
			for k := 0; k < 20; k++ {
				sum.Add(1)
				runtime.Gosched()
			}
		}()
	}
	for _, n := range []int{2, 8, 1, 3, 4, 2} {
		runtime.GOMAXPROCS(n)
		runtime.GC()
		runtime.Gosched()
	}
	wg.Wait()
	fmt.Println(sum.Load(), fired.Load(), runtime.GOMAXPROCS(0)) // out: 20000 1000 2
}
