// hood: run   book: 5.5
// A goroutine blocked in the kernel does not keep its P: with one P, others run meanwhile, and a collection may happen.
package main

import (
	"fmt"
	"runtime"
	"syscall"
)

func main() {
	runtime.GOMAXPROCS(1)
	var p [2]int
	if err := syscall.Pipe2(p[:], 0); err != nil {
		panic(err)
	}
	got := make(chan string)
	go func() {
		buf := make([]byte, 16)
		n, err := syscall.Read(p[0], buf) // blocks the thread
		got <- fmt.Sprint(string(buf[:n]), " ", err)
	}()
	sum := 0
	for i := 0; i < 1000; i++ {
		runtime.Gosched()
		sum += i
	}
	runtime.GC()
	fmt.Println(sum) // out: 499500
	syscall.Write(p[1], []byte("through"))
	fmt.Println(<-got) // out: through <nil>
}
