// hood: run   knobs: gcstress=0   book: 8.10   needs: gc
// SetGCPercent reports the old value, -1 stops automatic collections, GC() collects all the same, FreeOSMemory too.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

var sink []byte

func cycles() uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NumGC
}

func churn(n int) {
	for i := 0; i < n; i++ {
		sink = make([]byte, 100_000)
	}
}

func main() {
	fmt.Println(debug.SetGCPercent(-1), debug.SetGCPercent(-1)) // out: 100 -1
	before := cycles()
	churn(200)
	fmt.Println(cycles() - before) // out: 0
	runtime.GC()
	debug.FreeOSMemory()
	fmt.Println(cycles() - before)      // out: 2
	fmt.Println(debug.SetGCPercent(50)) // out: -1
	churn(500)
	fmt.Println(cycles()-before > 3, debug.SetGCPercent(100)) // out: true 50
	var stats debug.GCStats
	debug.ReadGCStats(&stats)
	fmt.Println(stats.NumGC >= 3, len(stats.Pause) > 0) // out: true true
}
