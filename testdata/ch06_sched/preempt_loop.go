// hood: run   book: 6.7
// An endless loop without calls is preempted: main gets its turn on the only P (Go hung here before 1.14).
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	go func() {
		for {
		}
	}()
	n := 0
	go func() {
		for i := 0; ; i++ {
			n += i & 1
		}
	}()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("OK") // out: OK
	runtime.GC()      // stops the world in spite of the loops
	fmt.Println("GC") // out: GC
}
