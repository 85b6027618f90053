// hood: run   knobs: inittrace=1 gcstress=0   oracle: no   book: 4.7
// GODEBUG=inittrace=1 tells what each package's initialisation took: time, bytes and allocations, in the order they ran.
package main

import "fmt"

var table = make([]int, 1000)

func init() { table[1] = 2 }

func main() {
	fmt.Println(table[1]) // out: 2
}

// err: init os @
// err: init fmt @
// err: init main @
// err:  ms clock, 8192 bytes, 1 allocs
