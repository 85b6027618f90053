// hood: build   needs: goroot
// A program built into a file was refused when it ran if a package of the Go tree has functions without a body, whether or not
// anybody calls them.
package main

import (
	"fmt"
	"math/big"
	"net"
)

func main() {
	fmt.Println(net.ParseIP("10.1.2.3").DefaultMask()) // out: ff000000
	// And a number with something behind it is none.
	n, ok := new(big.Int).SetString("08", 0)
	fmt.Println(n, ok) // out: <nil> false
}
