// hood: run knobs: collector=none gcstress=0 book: 8.1 oracle: no
// Nothing is collected, however much is allocated, until the program asks.
package main

import (
	"fmt"
	"runtime"
)

var sink []byte

func main() {
	var before, after runtime.MemStats
	for i := 0; i < 2000; i++ {
		sink = make([]byte, 16<<10)
	}
	runtime.ReadMemStats(&before)
	fmt.Println(before.NumGC, before.HeapAlloc > 30<<20)
	died := make(chan bool)
	p := new([64]int)
	runtime.SetFinalizer(p, func(*[64]int) { close(died) })
	p = nil
	runtime.GC()
	<-died
	runtime.ReadMemStats(&after)
	fmt.Println(after.NumGC, after.HeapAlloc < 1<<20)
}

// out: 0 true
// out: 1 true
