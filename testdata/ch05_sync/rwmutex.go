// hood: run   book: 4.1
// Readers share, a writer excludes all, and a waiting writer goes before readers that come later.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock()) // out: true false
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock()) // out: true false
	rw.Unlock()

	var order []string
	var mu sync.Mutex
	add := func(s string) { mu.Lock(); order = append(order, s); mu.Unlock() }
	var wg sync.WaitGroup
	rw.RLock()
	wg.Add(2)
	go func() {
		defer wg.Done()
		rw.Lock()
		add("writer")
		rw.Unlock()
	}()
	for rw.TryRLock() { // until the writer waits
		rw.RUnlock()
		time.Sleep(time.Millisecond)
	}
	go func() {
		defer wg.Done()
		rw.RLock()
		add("late reader")
		rw.RUnlock()
	}()
	time.Sleep(5 * time.Millisecond)
	add("early reader")
	rw.RUnlock()
	wg.Wait()
	fmt.Println(order) // out: [early reader writer late reader]

	data, bad := [2]int{}, 0
	for w := 0; w < 4; w++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				rw.Lock()
				data[0]++
				runtime.Gosched()
				data[1]++
				rw.Unlock()
			}
		}()
		go func() {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				rw.RLock()
				if data[0] != data[1] {
					bad++
				}
				rw.RUnlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(data, bad) // out: [200 200] 0
	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock()) // out: false
	l.Unlock()
}
