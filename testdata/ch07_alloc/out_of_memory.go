// hood: run   knobs: heapmax=32M   exit: 2   book: 4.2   oracle: no
// A heap that may not grow ends the program as Go's does when the machine has no more.
package main

import "fmt"

func main() {
	var all [][]byte
	for i := 0; ; i++ {
		all = append(all, make([]byte, 1<<20))
		if i == 10 {
			fmt.Println("so far so good") // out: so far so good
		}
	}
	// err: runtime: out of memory: cannot allocate
	// err: fatal error: out of memory
	// err: goroutine 1 [running]:
}
