// hood: run
// A goroutine that had called debug.SetPanicOnFault left that to the next one in its place.
package main

import (
	"fmt"
	"runtime/debug"
)

func main() {
	inherited := 0
	for i := 0; i < 20; i++ {
		c := make(chan bool)
		go func() { c <- debug.SetPanicOnFault(true) }()
		if <-c {
			inherited++
		}
	}
	fmt.Println(inherited)
}

// out: 0
