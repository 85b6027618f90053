// hood: run   exit: 2   book: 6.8
// A WaitGroup nobody finishes, and a goroutine on a nil channel.
package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		var ch chan int
		ch <- 1
	}()
	go wg.Done()
	wg.Wait()
	// err: fatal error: all goroutines are asleep - deadlock!
	// err: goroutine 1 [semacquire]:
	// err: [chan send (nil chan)]:
}
