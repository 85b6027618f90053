// hood: run   book: 6.2
// A goroutine that holds a mutex nearly all the time cannot keep another one out: after a millisecond the mutex starves,
// and is handed over.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	done := make(chan bool)
	go func() {
		for {
			mu.Lock()
			time.Sleep(100 * time.Microsecond)
			mu.Unlock()
			select {
			case <-done:
				return
			default:
			}
		}
	}()
	start := time.Now()
	for i := 0; i < 10; i++ {
		time.Sleep(100 * time.Microsecond)
		mu.Lock()
		mu.Unlock()
	}
	done <- true
	fmt.Println(time.Since(start) < time.Minute) // out: true
}
