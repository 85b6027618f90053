// hood: run   book: 6.5
// LockOSThread changes where a goroutine runs, not what it can do: it blocks, spawns and is woken as ever; calls nest.
package main

import (
	"fmt"
	"runtime"
	"sort"
	"time"
)

func main() {
	runtime.LockOSThread()
	runtime.LockOSThread()
	ch := make(chan string)
	go func() {
		runtime.LockOSThread() // ends locked: its thread goes with it
		ch <- "from a locked goroutine"
	}()
	fmt.Println(<-ch) // out: from a locked goroutine
	runtime.UnlockOSThread()
	for i := 0; i < 3; i++ {
		go func(i int) {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			time.Sleep(time.Duration(i+1) * 10 * time.Millisecond)
			ch <- fmt.Sprint("worker ", i)
		}(i)
	}
	got := []string{<-ch, <-ch, <-ch}
	sort.Strings(got)
	fmt.Println(got) // out: [worker 0 worker 1 worker 2]
	runtime.UnlockOSThread()
	runtime.UnlockOSThread() // one too many: harmless
	sum, part := 0, make(chan int)
	go func() {
		for i := 0; i < 100; i++ {
			part <- i
		}
		close(part)
	}()
	runtime.LockOSThread()
	for v := range part {
		sum += v
	}
	fmt.Println(sum) // out: 4950
}
