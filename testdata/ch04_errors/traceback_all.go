// hood: run   exit: 2   oracle: no (reports differ in small things)   book: 7.3
// debug.SetTraceback("all"), as GOTRACEBACK=all, has a panic show all goroutines.
package main

import (
	"runtime"
	"runtime/debug"
	"strings"
)

func waits(c chan int) { c <- 1 }

func main() {
	debug.SetTraceback("all")
	go waits(make(chan int))
	for buf := make([]byte, 1<<16); !strings.Contains(string(buf[:runtime.Stack(buf, true)]), "[chan send]"); {
		runtime.Gosched()
	}
	panic("enough")
	// err: panic: enough
	// err: goroutine 1 [running]:
	// err: main.main()
	// err: [chan send]:
	// err: main.waits(
	// err: created by main.main
}
