// hood: run   needs: goroot   exit: 2   oracle: no: with Go it works
// A standard package that stands on the inside of another: what is missing is named, with its place.
package main

import _ "time/tzdata"

func main() {
	println("not reached")
}

// err: fatal error:
// err: time/tzdata/tzdata.go:
// err: : func time/tzdata.registerLoadFromEmbeddedTZData has no body
