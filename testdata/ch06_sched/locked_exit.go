// hood: run   book: 6.5
// A goroutine that ends while it is locked to its thread takes the thread along.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

func threads() int {
	data, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(data), "Threads:")
	n := 0
	fmt.Sscan(rest, &n)
	return n
}

func main() {
	const n = 20
	ready, leave := make(chan bool), make(chan bool)
	for i := 0; i < n; i++ {
		go func() {
			runtime.LockOSThread()
			ready <- true
			<-leave
		}()
	}
	for i := 0; i < n; i++ {
		<-ready
	}
	many := threads()
	close(leave)
	for i := 0; i < 20000 && threads() > many-n/2; i++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(many >= n, threads() <= many-n/2) // out: true true
}
