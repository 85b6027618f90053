// hood: run   flags: --lang go1.23   oracle: no (Go 1.23)   book: 6.9
// Since Go 1.23 the channel of a timer shows no buffer and keeps no stale time: after Stop and Reset nothing from before is
// received. A timer that nobody can reach is collected, though it would fire.
package main

import (
	"fmt"
	"runtime"
	"time"
)

const ms = time.Millisecond

func expired(t *time.Timer) *time.Timer {
	time.Sleep(5 * ms)
	return t
}

func main() {
	t := expired(time.NewTimer(ms))
	fmt.Println(len(t.C), cap(t.C)) // out: 0 0
	fmt.Println(t.Stop(), t.Stop()) // out: true false
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing left") // out: nothing left
	}

	t.Reset(ms)
	expired(t)
	start := time.Now()
	fmt.Println(t.Reset(10 * ms)) // out: true
	<-t.C
	fmt.Println(time.Since(start) >= 10*ms) // out: true

	// Received in time is received.
	t.Reset(ms)
	<-t.C
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Stop()) // out: false false true

	tick := time.NewTicker(ms)
	time.Sleep(5 * ms)
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("stale tick")
	case <-time.After(3 * ms):
		fmt.Println("no tick") // out: no tick
	}
	tick.Reset(ms)
	<-tick.C
	tick.Reset(time.Hour)
	select {
	case <-tick.C:
		fmt.Println("stale tick")
	default:
		fmt.Println("no tick") // out: no tick
	}

	// A goroutine that waits keeps the timer, however little else does.
	done := make(chan bool)
	go func() {
		<-time.After(20 * ms)
		done <- true
	}()
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	fmt.Println(<-done) // out: true

	// So does who holds the channel only.
	c := time.Tick(ms)
	runtime.GC()
	<-c
	<-c

	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := 0; i < 5000; i++ {
		time.NewTicker(time.Hour)
	}
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.HeapObjects < before.HeapObjects+1000) // out: true
	runtime.KeepAlive(c)
}
