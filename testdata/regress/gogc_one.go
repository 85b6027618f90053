// hood: run   knobs: gcstress=0   needs: gc
// With GOGC=1 the goal lies 1 % over the live heap; once that was less than the next allocation, each allocation was a
// collection of its own. The sweeper needs some runway, as in Go, so that there are at most a few hundred.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

var sink []byte

func main() {
	keep := make([][]byte, 1000)
	for i := range keep {
		keep[i] = make([]byte, 100)
	}
	debug.SetGCPercent(1)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := 0; i < 200000; i++ {
		sink = make([]byte, 48)
	}
	runtime.ReadMemStats(&after)
	n := after.NumGC - before.NumGC
	fmt.Println(n > 0, n < 2000) // out: true true
	runtime.KeepAlive(keep)
}
