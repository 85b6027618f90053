// hood: run   oracle: no: testing/synctest came with Go 1.25
// Package testing/synctest: a bubble's clock, sleeps and timers, what counts as blocked, Wait, deadlocks. Hours pass at once.
package main

import (
	"context"
	"fmt"
	"sync"
	"testing/synctest"
	"time"
)

func clock() {
	real := time.Now()
	synctest.Run(func() {
		start := time.Now()
		fmt.Println(start.UTC())
		time.Sleep(24 * time.Hour)
		fmt.Println(time.Since(start), time.Now().Sub(start))
		for i := 0; i < 3; i++ {
			go func() {
				time.Sleep(time.Duration(3-i) * time.Second)
				fmt.Println("slept", time.Since(start))
			}()
		}
	})
	fmt.Println(time.Since(real) < time.Minute)
}

func timers() {
	synctest.Run(func() {
		start := time.Now()
		since := func() time.Duration { return time.Since(start) }
		t := time.NewTimer(time.Hour)
		fmt.Println("stopped", t.Stop(), t.Stop(), t.Reset(2*time.Hour))
		at := <-t.C
		fmt.Println(since(), at.Equal(time.Now()), t.Reset(time.Minute), t.Stop())
		done := make(chan time.Duration)
		time.AfterFunc(5*time.Second, func() { done <- since() })
		fmt.Println("called", <-done)
		tick := time.NewTicker(time.Second)
		for i := 0; i < 3; i++ {
			<-tick.C
		}
		fmt.Println("ticks", since())
		tick.Reset(time.Minute)
		<-tick.C
		tick.Stop()
		fmt.Println("slow tick", since())
		select {
		case <-tick.C:
			fmt.Println("stopped ticker ticks")
		case <-time.After(10 * time.Minute):
			fmt.Println("after", since())
		}
		time.NewTimer(time.Hour).Stop() // never fires, and does not keep the bubble
	})
}

func contexts() {
	synctest.Run(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		time.Sleep(5*time.Second - time.Nanosecond)
		synctest.Wait()
		fmt.Println("before", ctx.Err())
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		fmt.Println("after", ctx.Err())
	})
}

func wait() {
	synctest.Run(func() {
		var mu sync.Mutex
		n := 0
		var wg sync.WaitGroup
		c := make(chan int)
		for i := 0; i < 100; i++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for v := range c {
					mu.Lock()
					n += v
					mu.Unlock()
				}
			}()
		}
		synctest.Wait()
		fmt.Println("all receive", n)
		for i := 0; i < 1000; i++ {
			c <- i
		}
		synctest.Wait()
		fmt.Println("all received", n)
		close(c)
		wg.Wait()

		cond := sync.NewCond(&mu)
		woken := 0
		for i := 0; i < 3; i++ {
			go func() {
				mu.Lock()
				cond.Wait()
				woken++
				mu.Unlock()
			}()
		}
		synctest.Wait()
		cond.Signal()
		synctest.Wait()
		fmt.Println("woken", woken)
		cond.Broadcast()
		synctest.Wait()
		fmt.Println("woken", woken)
	})
}

// outside: who waits for a channel from outside of the bubble is not blocked for good, so that the clock stands still.
func outside() {
	c := make(chan string)
	go func() {
		time.Sleep(20 * time.Millisecond)
		c <- "from outside"
	}()
	synctest.Run(func() {
		start := time.Now()
		go time.Sleep(time.Hour)
		fmt.Println(<-c, time.Since(start))
	})
}

func panics(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	clock()
	timers()
	contexts()
	wait()
	outside()
	panics(func() { synctest.Run(func() { <-make(chan int) }) })
	panics(func() {
		synctest.Run(func() {
			go func() { select {} }()
		})
	})
	panics(func() { synctest.Wait() })
	for i := 0; i < 100; i++ { // many bubbles at a time, each with its own clock
		go synctest.Run(func() { time.Sleep(time.Duration(i) * time.Hour) })
	}
	synctest.Run(func() {
		panics(func() { synctest.Run(func() {}) })
	})
}
