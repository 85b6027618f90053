// hood: run   exit: 2   book: 3.6
// Closing a nil channel panics.
package main

func main() {
	var ch chan struct{}
	close(ch)
	// err: panic: close of nil channel
	// err: goroutine 1 [running]:
}
