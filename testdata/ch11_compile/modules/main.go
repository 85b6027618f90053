// hood: run   oracle: no: go 1.19 knows no language version of a module but its own
// Modules of different language versions in one program: each closes over loop variables as its own go line says, and a
// //go:build line changes that for one file.
package main

import (
	"fmt"

	"example.com/modules/internal/new"
	"example.org/lib"
)

func main() {
	fmt.Println(lib.Each(), lib.Old()) // out: [0 1 2] [3 3 3]
	fmt.Println(here(), new.There())   // out: [3 3 3] [0 1 2]
}

func here() (all []int) {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { all = append(all, i) })
	}
	for _, f := range fs {
		f()
	}
	return all
}
