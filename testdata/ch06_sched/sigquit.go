// hood: run   exit: 2   oracle: no   book: 6.6
// SIGQUIT shows what all goroutines do, and ends the program.
// err: SIGQUIT: quit
// err: goroutine 1 [
// err: main.main()
// err: [chan receive]:
// err: main.waiter(
// err: created by main.main
package main

import (
	"runtime"
	"strings"
	"syscall"
	"time"
)

func waiter(c chan int) { <-c }

func main() {
	go waiter(make(chan int))
	for buf := make([]byte, 1<<16); !strings.Contains(string(buf[:runtime.Stack(buf, true)]), "[chan receive]"); {
		runtime.Gosched()
	}
	syscall.Kill(syscall.Getpid(), syscall.SIGQUIT)
	time.Sleep(10 * time.Second)
}
