// hood: run   knobs: gcstress=0   book: 6.2
// Goroutines are cheap: twenty thousand one after another reuse their stacks, two thousand at once all get their turn.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return depth(n-1) + 1
}

func main() {
	done := make(chan int)
	sum := 0
	for i := 0; i < 20_000; i++ {
		go func(i int) { done <- i & 1 }(i)
		sum += <-done
	}
	fmt.Println(sum) // out: 10000

	var wg sync.WaitGroup
	gate := make(chan bool)
	results := make(chan int, 100)
	for i := 0; i < 2_000; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			<-gate
			results <- depth(i % 10)
		}(i)
	}
	for runtime.NumGoroutine() < 2_001 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine() >= 2_001) // out: true
	close(gate)
	go func() { wg.Wait(); close(results) }()
	total := 0
	for r := range results {
		total += r
	}
	fmt.Println(total) // out: 9000
	deep := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { deep <- depth(2_000) }() // stacks that grow
	}
	fmt.Println(<-deep + <-deep + <-deep) // out: 6000
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine()) // out: 1
}
