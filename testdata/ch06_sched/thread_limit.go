// hood: run   exit: 2   book: 6.5
// More threads than debug.SetMaxThreads allows are a fatal error.
// err: runtime: program exceeds 10-thread limit
// err: fatal error: thread exhaustion
package main

import (
	"runtime"
	"runtime/debug"
)

func main() {
	debug.SetMaxThreads(10)
	ready := make(chan bool)
	for i := 0; i < 30; i++ {
		go func() {
			runtime.LockOSThread()
			ready <- true
			select {}
		}()
	}
	for i := 0; i < 30; i++ {
		<-ready
	}
}
