// hood: run   book: 4.2
// Once runs its function once whatever comes of it; everyone waits for it to finish. A WaitGroup can be used again.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var once sync.Once
	var calls, ready int32
	var wg sync.WaitGroup
	for i := 0; i < 100; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() {
				time.Sleep(time.Millisecond)
				atomic.AddInt32(&calls, 1)
			})
			if atomic.LoadInt32(&calls) == 1 {
				atomic.AddInt32(&ready, 1)
			}
		}()
	}
	wg.Wait()
	fmt.Println(calls, ready) // out: 1 100

	var failed sync.Once
	for i := 0; i < 2; i++ {
		func() {
			defer func() { fmt.Println("attempt", i, recover()) }()
			failed.Do(func() { panic("in Do") })
		}()
	}
	// out: attempt 0 in Do
	// out: attempt 1 <nil>
	for round := 0; round < 3; round++ {
		n := int64(0)
		wg.Add(10)
		for i := 0; i < 10; i++ {
			go func(i int) { atomic.AddInt64(&n, int64(i)); wg.Done() }(i)
		}
		wg.Wait()
		fmt.Print(n, " ")
	}
	fmt.Println("rounds") // out: 45 45 45 rounds
	released := int32(0)
	var gate, waiting, done sync.WaitGroup
	gate.Add(1)
	for i := 0; i < 8; i++ {
		waiting.Add(1)
		done.Add(1)
		go func() {
			waiting.Done()
			gate.Wait()
			atomic.AddInt32(&released, 1)
			done.Done()
		}()
	}
	waiting.Wait()
	before := atomic.LoadInt32(&released)
	gate.Done()
	done.Wait()
	fmt.Println(before, released) // out: 0 8
	new(sync.WaitGroup).Wait()    // nothing to wait for
}
