// hood: run
// A select with one case was compiled as the case's statement: `*f() = <-g()` calls f first, but a select calls g, waits,
// and evaluates what the value goes to only then.
package main

import "fmt"

func ch(c chan int) chan int {
	fmt.Println("channel")
	return c
}

func dst(p *int) *int {
	fmt.Println("destination")
	return p
}

func main() {
	c := make(chan int, 2)
	c <- 1
	c <- 2
	var x int
	var ok [1]bool
	select {
	case *dst(&x) = <-ch(c): // out: channel
	} // out: destination
	fmt.Println(x) // out: 1
	i := 0
	select {
	case x, ok[i] = <-ch(c): // out: channel
	}
	fmt.Println(x, ok) // out: 2 [true]
}
