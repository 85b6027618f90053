// hood: run   knobs: gcstress=0 schedtick=1000000 timeslice=3600s detslice=0   book: 6.3
// Gosched lets the others run: two goroutines on one P take turns exactly.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

func main() {
	runtime.GOMAXPROCS(1)
	var wg sync.WaitGroup
	var turns []string // printed afterwards: a system call may cost its goroutine the P, and its turn
	turn := func(name string, n int) {
		defer wg.Done()
		for i := 0; i < n; i++ {
			turns = append(turns, fmt.Sprint(name, i))
			runtime.Gosched()
		}
	}
	for i := 0; i < 3; i++ {
		runtime.Gosched() // past the first tick, which looks into the global queue first, as every 61st does
	}
	wg.Add(2)
	go turn("ping", 4)
	go turn("pong", 4)
	wg.Wait()
	fmt.Println(strings.Join(turns, " ")) // out: pong0 ping0 pong1 ping1 pong2 ping2 pong3 ping3

	done, steps := false, 0
	go func() { done = true }()
	for !done {
		steps++
		runtime.Gosched()
	}
	fmt.Println(steps) // out: 1
}
