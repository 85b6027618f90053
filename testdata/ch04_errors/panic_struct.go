// hood: run   exit: 2   book: 3.5
// A value of a type the runtime cannot print shows its type and address.
package main

type point struct{ x, y int }

func main() {
	panic(point{1, 2})
	// err: panic: (main.point)
	// err: goroutine 1 [running]:
}
