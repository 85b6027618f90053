// hood: run   exit: 2   book: 3.5
// Goexit in main ends only main: once the others are done as well, that is a deadlock.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	gone := make(chan bool)
	go func() {
		<-gone
		fmt.Println("the other goroutine still runs")
	}()
	defer close(gone)
	defer fmt.Println("deferred")
	runtime.Goexit()
	// out: deferred
	// out: the other goroutine still runs
	// err: fatal error: no goroutines (main called runtime.Goexit) - deadlock!
}
