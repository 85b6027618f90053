// hood: run   book: 3.5
// Selects that name the same channels in different orders, in parallel, do not lock each other up, and every value sent is
// received once.
package main

import (
	"fmt"
	"sync"
)

func main() {
	const n, rounds = 8, 500
	a, b, c := make(chan int), make(chan int), make(chan int, 1)
	orders := [][3]chan int{{a, b, c}, {c, b, a}, {b, a, c}, {c, a, b}}
	var wg sync.WaitGroup
	sums := make([]int, 2*n)
	for g := 0; g < n; g++ {
		wg.Add(2)
		go func(g int, x [3]chan int) {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				select {
				case x[0] <- i:
				case x[1] <- i:
				case x[2] <- i:
				}
				sums[g] += i
			}
		}(g, orders[g%4])
		go func(g int, x [3]chan int) {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				var v int
				select {
				case v = <-x[0]:
				case v = <-x[1]:
				case v = <-x[2]:
				}
				sums[n+g] += v
			}
		}(g, orders[(g+1)%4])
	}
	wg.Wait()
	sent, received := 0, 0
	for g := 0; g < n; g++ {
		sent += sums[g]
		received += sums[n+g]
	}
	fmt.Println(sent == received, sent) // out: true 998000
}
