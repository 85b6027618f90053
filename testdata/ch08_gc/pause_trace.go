// hood: run   knobs: gctrace=2 gcstress=0 collector=concurrent   oracle: no   book: 8.9
// gctrace=2 tells where the two pauses of a cycle went: until all goroutines had stopped, then the work, and what of it the machine
// is to blame for.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GC()
	fmt.Println("done") // out: done
}

// err: gc 1 pauses: start 
// err:  ms to stop, 
// err:  ms stopped, 
// err:  ms without a CPU; end 
