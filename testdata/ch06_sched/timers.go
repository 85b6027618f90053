// hood: run   knobs: gcstress=0   book: 6.9
// Timers fire when their time has come and not before, Stop and Reset say whether they were in time, tickers drop ticks nobody takes.
package main

import (
	"fmt"
	"sync"
	"time"
)

const ms = time.Millisecond

func main() {
	var mu sync.Mutex
	fired, early := map[int]bool{}, 0
	var wg sync.WaitGroup
	begin := time.Now()
	for _, n := range []int{5, 1, 4, 2, 3} {
		wg.Add(1)
		n := n
		time.AfterFunc(time.Duration(n)*5*ms, func() {
			mu.Lock()
			defer mu.Unlock()
			fired[n] = true
			if time.Since(begin) < time.Duration(n)*5*ms {
				early++
			}
			wg.Done()
		})
	}
	wg.Wait()
	fmt.Println(fired, early) // out: map[1:true 2:true 3:true 4:true 5:true] 0

	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(ms)) // out: true false false
	<-t.C
	fmt.Println(t.Reset(time.Hour), t.Stop()) // out: false true
	select {
	case <-t.C:
		fmt.Println("a stopped timer fired")
	case <-time.After(2 * ms):
		fmt.Println("quiet") // out: quiet
	}

	begin = time.Now()
	tick := time.NewTicker(2 * ms)
	for i := 0; i < 5; i++ {
		<-tick.C
	}
	fmt.Println(time.Since(begin) >= 10*ms) // out: true
	for len(tick.C) == 0 {
		time.Sleep(ms)
	}
	time.Sleep(5 * ms)
	fmt.Println(len(tick.C)) // out: 1
	tick.Reset(time.Hour)
	tick.Stop()

	begin = time.Now()
	time.Sleep(15 * ms)
	d := time.Since(begin)
	fmt.Println(d >= 15*ms, d < 10*time.Second) // out: true true
	time.Sleep(0)
	time.Sleep(-5)

	var sleepers sync.WaitGroup
	hasty := make(chan time.Duration, 100)
	for i := 0; i < 50; i++ {
		sleepers.Add(1)
		go func(d time.Duration) {
			defer sleepers.Done()
			begin := time.Now()
			time.Sleep(d)
			if slept := time.Since(begin); slept < d {
				hasty <- slept
			}
		}(time.Duration(i%5+1) * 3 * ms)
	}
	sleepers.Wait()
	fmt.Println(len(hasty)) // out: 0
	rang := make(chan bool, 1)
	f := time.AfterFunc(time.Hour, func() { rang <- true })
	fmt.Println(f.Reset(ms), <-rang, f.Stop()) // out: true true false
	func() {
		defer func() { fmt.Println(recover()) }() // out: non-positive interval for NewTicker
		time.NewTicker(0)
	}()
}
