// hood: run   exit: 1   oracle: no: go links to these
// A name of the runtime that hood does not have is refused by name.
package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname nanotime runtime.nanotime
func nanotime() int64 // err: refused.go:10:3: //go:linkname nanotime runtime.nanotime: hood cannot link to runtime.nanotime

//go:linkname pushed somebody.pushed
func pushed() {}

func main() { fmt.Println(nanotime()) }
