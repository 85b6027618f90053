// hood: run   knobs: gcstress=0   book: 6.3
// Whatever the number of Ps, workers that share nothing give the same sums, and changing GOMAXPROCS on the way is safe.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func work(seed, n uint32) uint32 {
	for i := uint32(0); i < n; i++ {
		seed = seed*1664525 + 1013904223
	}
	return seed
}

func run(procs int) (sum uint32) {
	runtime.GOMAXPROCS(procs)
	out := make([]uint32, 8)
	var wg sync.WaitGroup
	for w := range out {
		wg.Add(1)
		go func(w int) {
			defer wg.Done()
			for k := 0; k < 5; k++ {
				out[w] += work(uint32(w+k), 2000)
				if k == 2 {
					runtime.Gosched()
				}
			}
		}(w)
	}
	wg.Wait()
	for _, s := range out {
		sum += s
	}
	return sum
}

func main() {
	a, b, c := run(1), run(2), run(4)
	fmt.Println(a, a == b, b == c) // out: 1705739868 true true
	ring := make([]chan int, 10)
	for i := range ring {
		ring[i] = make(chan int, 1)
	}
	end := make(chan int)
	for i := range ring {
		go func(in <-chan int, out chan<- int) {
			for v := range in {
				if v == 1005 {
					end <- v
					return
				}
				out <- v + 1
			}
		}(ring[i], ring[(i+1)%len(ring)])
	}
	ring[0] <- 0
	fmt.Println(<-end)       // out: 1005
	fmt.Println(run(3) == a) // out: true
}
