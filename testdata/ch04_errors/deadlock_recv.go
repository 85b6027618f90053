// hood: run   exit: 2   book: 6.8
// A lone receive is a deadlock; deferred calls do not run and nothing can be recovered.
package main

import "fmt"

func main() {
	defer fmt.Println("not printed")
	defer func() { recover() }()
	fmt.Println("waiting") // out: waiting
	<-make(chan int)
	// err: fatal error: all goroutines are asleep - deadlock!
	// err: goroutine 1 [chan receive]:
	// err: deadlock_recv.go:11
}
