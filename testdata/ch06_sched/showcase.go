// hood: run   knobs: gcstress=0   book: 6
// A pipeline, a worker pool and a select with a timeout: goroutines that meet over channels, then say what they found.
package main

import (
	"fmt"
	"sync"
	"time"
)

// generate sends 2, 3, 4, … ; filter drops the multiples of a prime: the concurrent sieve of Doug McIlroy.
func generate(out chan<- int) {
	for i := 2; ; i++ {
		out <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if i := <-in; i%prime != 0 {
			out <- i
		}
	}
}

func primes(n int) []int {
	var found []int
	ch := make(chan int)
	go generate(ch)
	for len(found) < n {
		prime := <-ch
		found = append(found, prime)
		next := make(chan int)
		go filter(ch, next, prime)
		ch = next
	}
	return found
}

type job struct{ id, size int }
type result struct {
	id, sum int
}

func collatz(n int) int {
	steps := 0
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
	}
	return steps
}

func pool(workers, jobs int) []int {
	in, out := make(chan job), make(chan result, jobs)
	var wg sync.WaitGroup
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range in {
				sum := 0
				for n := 1; n <= j.size; n++ {
					sum += collatz(n)
				}
				out <- result{j.id, sum}
			}
		}()
	}
	for id := 0; id < jobs; id++ {
		in <- job{id, 100 * (id + 1)}
	}
	close(in)
	wg.Wait()
	close(out)
	sums := make([]int, jobs)
	for r := range out {
		sums[r.id] = r.sum
	}
	return sums
}

func main() {
	fmt.Println("primes: ", primes(12)) // out: primes:  [2 3 5 7 11 13 17 19 23 29 31 37]
	fmt.Println("collatz:", pool(4, 6)) // out: collatz: [3142 8418 14167 20141 26143 32511]

	quiet, bell := make(chan string), time.After(20*time.Millisecond)
	for {
		select {
		case s := <-quiet:
			fmt.Println("heard", s)
		case <-bell:
			fmt.Println("nobody spoke for 20ms") // out: nobody spoke for 20ms
			return
		}
	}
}
