// hood: run   knobs: blockedatexit=1   oracle: no   book: 5.3
// A program may end well while some of its goroutines are blocked for ever. blockedatexit=1 tells which, on what, and who
// made them; those that somebody could still wake are not among them.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

var shared = make(chan int)

func leak(c chan int) { <-c }

func main() {
	ready := make(chan bool, 100)
	// Nobody has their channels but they themselves.
	for i := 0; i < 3; i++ {
		go func() {
			ready <- true
			leak(make(chan int))
		}()
	}
	// These two wait for each other.
	var a, b sync.Mutex
	var both sync.WaitGroup
	both.Add(2)
	lock := func(x, y *sync.Mutex) {
		x.Lock()
		both.Done()
		both.Wait()
		ready <- true
		y.Lock()
	}
	go lock(&a, &b)
	go lock(&b, &a)
	// A sleeper will wake this one.
	kept := make(chan int)
	go func() { ready <- true; <-kept }()
	go func() { ready <- true; time.Sleep(time.Hour); kept <- 1 }()
	// And anybody could send on this.
	go func() { ready <- true; <-shared }()
	for i := 0; i < 8; i++ {
		<-ready
	}
	for dump := ""; strings.Count(dump, "[sync.Mutex.Lock") < 2 || strings.Count(dump, "[chan receive") < 5; {
		time.Sleep(time.Millisecond)
		buf := make([]byte, 1<<16)
		dump = string(buf[:runtime.Stack(buf, true)])
	}
	fmt.Println("done") // out: done
	// err: hood: blocked for ever: 5 goroutines
	// err: [chan receive]:
	// err: on chan int with 0/0
	// err: main.leak(
	// err: created by main.main
	// err: [sync.Mutex.Lock]:
	// err: sync.(*Mutex).Lock
}
