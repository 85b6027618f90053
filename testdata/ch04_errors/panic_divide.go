// hood: run   exit: 2   book: 3.5
// Integer division by zero panics, in the arithmetic of any width.
package main

func div(a, b int8) int8 { return a / b }

func main() {
	println(div(6, 3)) // err: 2
	println(div(1, 0))
	// err: panic: runtime error: integer divide by zero
	// err: goroutine 1 [running]:
}
