// hood: run   knobs: sizeclasses=pow2 gcverify=1   oracle: no   book: 4.1
// With sizeclasses=pow2 every block is a power of two: append makes use of that, and a third of the memory is lost on objects of
// 33 bytes, which Go keeps in blocks of 48.
package main

import (
	"fmt"
	"runtime"
)

type odd struct {
	next *odd
	rest [25]byte
}

func main() {
	var stats [2]runtime.MemStats
	runtime.ReadMemStats(&stats[0])
	var list *odd
	for i := 0; i < 10000; i++ {
		list = &odd{next: list}
	}
	runtime.GC()
	runtime.ReadMemStats(&stats[1])
	bytes := stats[1].HeapAlloc - stats[0].HeapAlloc
	fmt.Println(bytes >= 640000, bytes < 700000) // out: true true
	for x := list; x.next != nil; x = x.next {
		x.rest[24]++
	}
	fmt.Println(cap(append([]byte(nil), make([]byte, 33)...)), cap(append([]int64(nil), make([]int64, 5)...))) // out: 64 8
	m := map[[3]int]string{}
	for i := 0; i < 1000; i++ {
		m[[3]int{i}] = fmt.Sprint(i)
	}
	fmt.Println(len(m), m[[3]int{77}]) // out: 1000 77
}
