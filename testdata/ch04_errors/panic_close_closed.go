// hood: run   exit: 2   book: 3.6
// Closing a channel twice panics.
package main

func main() {
	ch := make(chan int, 1)
	ch <- 1
	close(ch)
	close(ch)
	// err: panic: close of closed channel
	// err: goroutine 1 [running]:
}
