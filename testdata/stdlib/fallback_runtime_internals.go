// hood: run   needs: goroot   exit: 1   oracle: no: with Go it works
// A standard package that stands on the inside of one that hood has its own of: what is missing is named.
package main

import _ "time/tzdata"

func main() {
	println("not reached")
}

// err: func time/tzdata.registerLoadFromEmbeddedTZData has no body
