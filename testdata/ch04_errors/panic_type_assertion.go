// hood: run   exit: 2   book: 3.3
// A failed assertion names both types, and the method that is missing.
package main

import "fmt"

type quiet struct{}

func main() {
	var x interface{} = quiet{}
	if s, ok := x.(fmt.Stringer); !ok {
		fmt.Println(s == nil) // out: true
	}
	fmt.Println(x.(fmt.Stringer))
	// err: panic: interface conversion: main.quiet is not fmt.Stringer: missing method String
	// err: goroutine 1 [running]:
}
