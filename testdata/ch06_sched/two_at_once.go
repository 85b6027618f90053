// hood: run   book: 5.3
// Goroutines run at the same time, and none keeps a P for ever: two that wait for each other in loops that never call
// anything get on, on two Ps and on one.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func relay(rounds int32) {
	var turn atomic.Int32
	done := make(chan bool)
	for me := int32(0); me < 2; me++ {
		go func(me int32) {
			for i := int32(0); i < rounds; i++ {
				for turn.Load() != me {
				}
				turn.Store(1 - me)
			}
			done <- true
		}(me)
	}
	<-done
	<-done
}

func main() {
	runtime.GOMAXPROCS(2)
	relay(200)
	fmt.Println("two Ps") // out: two Ps
	runtime.GOMAXPROCS(1)
	relay(3)
	fmt.Println("one P") // out: one P
}
