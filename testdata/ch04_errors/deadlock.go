// hood: run   exit: 2   book: 6.8   oracle: no (Go 1.20 names the lock)
// When every goroutine waits, the program ends and says on what each of them waits.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	ch := make(chan int)
	go func() { ch <- 1 }()
	go func() { mu.Lock() }()
	time.Sleep(20 * time.Millisecond)
	<-ch
	fmt.Println("got one") // out: got one
	select {}
	// err: fatal error: all goroutines are asleep - deadlock!
	// err: goroutine 1 [select (no cases)]:
	// err: main.main()
	// err: deadlock.go:20
	// err: [sync.Mutex.Lock]:
}
