// hood: run   knobs: gcstress=0
// Memory that the program has locked cannot be given back: it was taken for zeroed all the same.
package main

import (
	"fmt"
	"runtime/debug"
	"syscall"
)

//go:noinline
func lockSome() {
	b := make([]byte, 1<<20)
	for i := range b {
		b[i] = 0xff
	}
	if err := syscall.Mlock(b[256<<10 : 320<<10]); err != nil {
		fmt.Println(err)
	}
}

func main() {
	lockSome()
	debug.FreeOSMemory()
	debug.FreeOSMemory()
	dirty := 0
	var keep [][]byte
	for i := 0; i < 8; i++ {
		c := make([]byte, 1<<20)
		for _, x := range c {
			if x != 0 {
				dirty++
			}
		}
		keep = append(keep, c)
	}
	fmt.Println(len(keep), dirty)
}

// out: 8 0
