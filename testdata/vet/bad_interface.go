// hood: vet   exit: 1
// A type must have all methods of the interface, with the right receiver.
package main

import "fmt"

type shape interface {
	area() float64
	name() string
}

type square struct{}

func (square) area() float64 { return 1 }

type circle struct{}

func (*circle) area() float64 { return 3 }
func (*circle) name() string  { return "circle" }

func main() {
	var s shape = square{} // err: bad_interface.go:22:16: cannot use square{} (value of type square) as
	s = circle{}           // err: bad_interface.go:23:6: cannot use circle{} (value of type circle) as
	_ = s.(fmt.Stringer)
	_ = s.(square) // err: bad_interface.go:25:6: impossible type assertion: s.(square)
	n := 3
	_ = n.(int) // err: bad_interface.go:27:6: invalid operation: n (variable of type int) is not an interface
	_ = s
}
