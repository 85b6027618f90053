package dot

import "fmt"

var Dotted = "dotted"

func init() { fmt.Println("dot") }
