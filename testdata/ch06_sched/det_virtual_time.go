// hood: run   knobs: det=1 seed=7   oracle: no   book: 5.3
// In deterministic mode time is virtual: sleeping costs nothing, a day passes at once, and sleepers wake in the order of
// their deadlines, to the nanosecond.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	var mu sync.Mutex
	var order []int
	var wg sync.WaitGroup
	for i := 9; i >= 0; i-- {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			time.Sleep(time.Duration(i) * time.Hour)
			mu.Lock()
			order = append(order, i)
			mu.Unlock()
		}(i)
	}
	wg.Wait()
	fmt.Println(order)                                // out: [0 1 2 3 4 5 6 7 8 9]
	fmt.Println(time.Since(start).Round(time.Second)) // out: 9h0m0s
	tick := time.NewTicker(time.Hour)
	for i := 0; i < 24; i++ {
		<-tick.C
	}
	fmt.Println(time.Since(start).Round(time.Second)) // out: 33h0m0s
	select {
	case <-time.After(time.Minute):
		fmt.Println("timeout") // out: timeout
	case <-make(chan int):
	}
}
