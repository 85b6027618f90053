// hood: run
// Code for the methods of an instance of a generic type was only looked for in the image of the package that converts its values
// to an interface. That conversion may have been inlined into another package: a call of such a method ended hood.
package main

import (
	"fmt"

	"inlined/curve"
)

func main() {
	c := curve.P()
	fmt.Println(c.Add(2), c.Name())
}

// out: 6 p
