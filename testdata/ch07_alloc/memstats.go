// hood: run   knobs: gcstress=0   book: 7.8
// MemStats adds up: allocations grow Mallocs and TotalAlloc, a collection frees what nobody holds, live objects stay counted.
package main

import (
	"fmt"
	"runtime"
)

var keep [][]byte

func read() (m runtime.MemStats) {
	runtime.ReadMemStats(&m)
	return
}

func main() {
	runtime.GC()
	a := read()
	for i := 0; i < 100; i++ {
		keep = append(keep, make([]byte, 10_000))
	}
	b := read()
	fmt.Println(b.Mallocs-a.Mallocs >= 100, b.TotalAlloc-a.TotalAlloc >= 1_000_000) // out: true true
	runtime.GC()
	c := read()
	fmt.Println(c.HeapAlloc >= 1_000_000, c.NumGC > b.NumGC, c.HeapAlloc == c.Alloc) // out: true true true
	keep = nil
	runtime.GC()
	d := read()
	fmt.Println(c.HeapAlloc-d.HeapAlloc >= 900_000, d.Frees > c.Frees, d.HeapObjects == d.Mallocs-d.Frees)              // out: true true true
	fmt.Println(d.TotalAlloc >= c.TotalAlloc, d.Sys >= d.HeapSys, d.HeapSys >= d.HeapInuse, d.HeapInuse >= d.HeapAlloc) // out: true true true true
	fmt.Println(d.PauseTotalNs > 0, d.NumForcedGC >= 3, d.NextGC > 0, len(d.BySize))                                    // out: true true true 61

	// Garbage alone does not make the heap grow without bound.
	for i := 0; i < 3000; i++ {
		_ = append([]byte(nil), make([]byte, 20_000)...)
	}
	e := read()
	fmt.Println(e.TotalAlloc-d.TotalAlloc >= 60_000_000, e.HeapAlloc < 30_000_000, e.NumGC > d.NumGC) // out: true true true
}
