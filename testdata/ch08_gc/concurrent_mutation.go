// hood: run   book: 8.3
// Goroutines that move pointers about while collections run lose nothing: every list keeps its elements.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type cell struct {
	v    int
	next *cell
	box  interface{}
}

// shuffle moves the cells of two lists to and fro, so that each is often reachable by a single pointer only.
func shuffle(n, rounds int) int {
	var a, b *cell
	for i := 0; i < n; i++ {
		v := i
		a = &cell{i, a, &v}
	}
	for r := 0; r < rounds; r++ {
		for a != nil {
			c := a
			a, c.next = c.next, nil
			b, c.next = c, b
			c.box = &[]int{*c.box.(*int)}[0] // a new box of the same value
		}
		a, b = b, nil
		if r%10 == 0 {
			runtime.Gosched()
		}
	}
	sum := 0
	for c := a; c != nil; c = c.next {
		if c.v != *c.box.(*int) {
			return -1
		}
		sum += c.v
	}
	return sum
}

func main() {
	var wg sync.WaitGroup
	sums := make([]int, 4)
	for g := range sums {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			sums[g] = shuffle(30+g, 15)
		}(g)
	}
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				runtime.GC()
			}
		}
	}()
	wg.Wait()
	close(stop)
	fmt.Println(sums) // out: [435 465 496 528]
	shared := map[int]*cell{}
	var mu sync.RWMutex
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				mu.Lock()
				old := shared[i%10]
				shared[i%10] = &cell{v: i, next: old}
				if i%7 == g {
					delete(shared, i%10)
					shared[i%10] = old
				}
				mu.Unlock()
			}
		}(g)
	}
	wg.Wait()
	count := 0
	for _, c := range shared {
		for ; c != nil; c = c.next {
			count++
		}
	}
	fmt.Println(len(shared), count) // out: 10 171
}
