// hood: run   book: 2   oracle: no: go 1.19 goes by the order of the imports, 1.21 by their paths
// Packages are initialised after what they import, by path otherwise; in each, variables by dependency, then every init.
package main

import (
	"fmt"

	_ "example.com/initorder/zeta"

	"example.com/initorder/alpha"
	. "example.com/initorder/dot"
	renamed "example.com/initorder/mid-dle"
)

var x = y + 1
var y = func() int { fmt.Println("main var"); return 1 }()

func init() { fmt.Println("main init 1") }
func init() { fmt.Println("main init 2") }

func main() {
	fmt.Println(x, alpha.A, Dotted, renamed.M)
}

// out: dot
// out: middle
// out: alpha
// out: zeta
// out: main var
// out: other file
// out: main init 1
// out: main init 2
// out: init of the other file
// out: 2 11 dotted 10
