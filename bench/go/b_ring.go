// A token goes round a ring of goroutines; each passes it on to the next.
package main

import (
	"fmt"
	"time"
)

const (
	size  = 503
	laps  = 1600
	steps = size * laps
)

// station passes tokens on until its predecessor closes the channel.
func station(from <-chan int, to chan<- int, visits *int) {
	for token := range from {
		*visits++
		to <- token - 1
	}
	close(to)
}

func main() {
	first := make(chan int)
	visits := make([]int, size)
	from := first
	for i := 1; i < size; i++ {
		to := make(chan int)
		go station(from, to, &visits[i])
		from = to
	}
	start := time.Now()
	first <- steps
	token := 0
	for token = range from {
		visits[0]++
		if token <= size {
			break
		}
		first <- token - 1
	}
	elapsed := time.Since(start)
	close(first)
	_, open := <-from
	total := 0
	for _, n := range visits {
		total += n
	}
	fmt.Printf("# ns_per_hop=%.1f\n", float64(elapsed.Nanoseconds())/float64(total))
	fmt.Println(token, total, visits[0], visits[size-1], open)
}
