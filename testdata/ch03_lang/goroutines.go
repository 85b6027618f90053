// hood: run   book: 6.1
// go evaluates function and arguments at once; main does not wait; what a goroutine did before a channel operation is seen after it.
package main

import (
	"fmt"
	"sync"
)

type acc struct {
	sync.Mutex
	n int
}

func (a *acc) add(n int) {
	a.Lock()
	defer a.Unlock()
	a.n += n
}

func main() {
	var wg sync.WaitGroup
	var a acc
	for i := 1; i <= 100; i++ {
		wg.Add(1)
		go func(k int) {
			defer wg.Done()
			a.add(k)
		}(i)
	}
	wg.Wait()
	fmt.Println(a.n) // out: 5050

	x := 1
	done := make(chan int)
	go func(v int) { done <- v*100 + x }(x)
	fmt.Println(<-done) // out: 101

	f := func() { done <- 1 }
	g := f
	go g()
	g = nil
	fmt.Println(<-done, g == nil) // out: 1 true
	go a.add(-50)
	go (*acc).add(&a, -5000)
	go func() { a.add(0); close(done) }()
	<-done

	results := make([]int, 10)
	for i := range results {
		wg.Add(1)
		i := i
		go func() {
			defer wg.Done()
			for k := 0; k <= i; k++ {
				results[i] += k
			}
		}()
	}
	wg.Wait()
	fmt.Println(results) // out: [0 1 3 6 10 15 21 28 36 45]

	// A chain of a thousand: each adds one to what comes from the right.
	left := make(chan int)
	first := left
	for i := 0; i < 1000; i++ {
		right := make(chan int)
		go func(l, r chan int) { l <- 1 + <-r }(left, right)
		left = right
	}
	go func() { left <- 1 }()
	fmt.Println(<-first) // out: 1001

	panics := make(chan interface{})
	go func() {
		defer func() { panics <- recover() }()
		panic("only mine")
	}()
	fmt.Println(<-panics)     // out: only mine
	go func() { select {} }() // never ends, and does not keep main
}
