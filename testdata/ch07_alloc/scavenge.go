// hood: run   book: 4.6
// The heap gives memory back that it will not need soon, in the background, and takes it again when it is needed; such memory is
// zero, as all fresh memory.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func fill(n int) [][]byte {
	blocks := make([][]byte, n)
	for i := range blocks {
		blocks[i] = make([]byte, 1<<20)
		for j := 0; j < len(blocks[i]); j += 512 {
			if blocks[i][j] != 0 {
				fmt.Println("dirty")
			}
			blocks[i][j] = 1
		}
	}
	return blocks
}

func released() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapReleased
}

func main() {
	blocks := fill(64)
	blocks = nil
	runtime.GC()
	runtime.GC()
	for i := 0; i < 500 && released() < 40<<20; i++ {
		time.Sleep(20 * time.Millisecond)
	}
	fmt.Println(blocks == nil, released() >= 40<<20)
	blocks = fill(64)
	fmt.Println(len(blocks), released() < 40<<20)
}

// out: true true
// out: 64 true
