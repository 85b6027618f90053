// hood: run
// A parallel assignment that goes in a circle needs room in the frame that is known only when its code is made. Where that made
// the frame larger than what needs no check at the entry, the function had none, and the verifier refused it.
package main

import "fmt"

//go:noinline
func rotate(a, b, c string, n int) (string, string, string, [20]int, [20]int) {
	var x, y [20]int
	for i := 0; i < n; i++ {
		a, b, c = b, c, a
		x, y = y, x
		x[i%20] += i
		a, b = b, a
	}
	return a, b, c, x, y
}

func main() {
	a, b, c, x, y := rotate("a", "b", "c", 7)
	fmt.Println(a, b, c, x[:8], y[:8]) // out: c b a [0 0 2 0 4 0 6 0] [0 1 0 3 0 5 0 0]
}
