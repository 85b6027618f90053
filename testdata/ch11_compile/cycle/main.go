// hood: run   exit: 1
// The chain of imports that leads back to itself.
package main

import "example.com/cycle/a"

func main() { a.F() }

// err: package example.com/cycle
// err: 	imports example.com/cycle/a
// err: 	imports example.com/cycle/b
// err: 	imports example.com/cycle/a
// err: : import cycle not allowed
