// hood: run   book: 4.1
// A Mutex admits one goroutine at a time, TryLock never waits, and a waiter is not starved by a greedy loop.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

type counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *counter) inc(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[key]++
}

func main() {
	c := counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 20; k++ {
				c.inc([]string{"even", "odd"}[i%2])
				if k%7 == 0 {
					runtime.Gosched()
				}
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(c.m) // out: map[even:500 odd:500]

	inside, most := 0, 0
	var mu sync.Mutex
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			inside++
			if inside > most {
				most = inside
			}
			runtime.Gosched()
			inside--
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(most, mu.TryLock(), mu.TryLock()) // out: 1 true false
	mu.Unlock()

	// The holder takes the lock again at once, over and over; the other must get its turn all the same.
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				mu.Lock()
				time.Sleep(100 * time.Microsecond)
				mu.Unlock()
			}
		}
	}()
	for i := 0; i < 3; i++ {
		time.Sleep(100 * time.Microsecond)
		mu.Lock()
		mu.Unlock()
	}
	close(stop)
	fmt.Println("no starvation") // out: no starvation

	var l sync.Locker = &mu
	l.Lock()
	go func() { // another goroutine may unlock
		time.Sleep(time.Millisecond)
		l.Unlock()
	}()
	l.Lock()
	fmt.Println("handed over") // out: handed over
}
