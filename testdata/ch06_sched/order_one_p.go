// hood: run   knobs: timeslice=3600s detslice=0 gcstress=0   book: 6.3
// With one P the last goroutine started runs first (runnext), the others follow in the order of the queue.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(1)
	var wg sync.WaitGroup
	var order []any // printed afterwards: a system call may cost its goroutine the P, and its turn
	wg.Add(10)
	for i := 0; i < 10; i++ {
		go func(n int) {
			defer wg.Done()
			order = append(order, n)
		}(i)
	}
	wg.Wait()
	fmt.Println(order...) // out: 9 0 1 2 3 4 5 6 7 8
	order = nil

	// A goroutine made by a goroutine goes first too, and one that yields goes to the end of the global queue.
	wg.Add(4)
	for _, name := range []string{"a", "b"} {
		name := name
		go func() {
			defer wg.Done()
			go func() {
				defer wg.Done()
				order = append(order, name+".child")
			}()
			order = append(order, name)
		}()
	}
	wg.Wait()
	fmt.Println(order...)                                     // out: b b.child a a.child
	fmt.Println(runtime.GOMAXPROCS(0), runtime.NumCPU() >= 1) // out: 1 true
}
