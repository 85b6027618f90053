// hood: run   book: 4.7
// The numbers of MemStats agree with each other, and with what the program did.
package main

import (
	"fmt"
	"runtime"
)

var keep [][]byte

func main() {
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 1000; i++ {
		keep = append(keep, make([]byte, 4096))
	}
	runtime.ReadMemStats(&b)
	fmt.Println(b.HeapAlloc-a.HeapAlloc >= 1000*4096)                 // out: true
	fmt.Println(b.Mallocs-a.Mallocs >= 1000)                          // out: true
	fmt.Println(b.HeapObjects == b.Mallocs-b.Frees)                   // out: true
	fmt.Println(b.HeapSys >= b.HeapInuse, b.HeapInuse >= b.HeapAlloc) // out: true true
	fmt.Println(b.HeapIdle+b.HeapInuse == b.HeapSys)                  // out: true
	sum := b.HeapSys + b.StackSys + b.MSpanSys + b.MCacheSys + b.BuckHashSys + b.GCSys + b.OtherSys
	fmt.Println(sum == b.Sys)      // out: true
	fmt.Println(b.EnableGC)        // out: true
	fmt.Println(len(b.BySize))     // out: 61
	fmt.Println(b.BySize[60].Size) // out: 18432
	keep = nil
	runtime.GC()
	runtime.ReadMemStats(&a)
	fmt.Println(a.HeapAlloc < b.HeapAlloc) // out: true
	fmt.Println(a.NumForcedGC)             // out: 1
}
