// hood: run   exit: 2   book: 3.5
// An index out of range names index and length; the traceback leads from the faulty line up to main.
package main

import "fmt"

//go:noinline
func element(s []int, i int) int {
	return s[i]
}

//go:noinline
func middle(s []int) int {
	return element(s, len(s)+2) + 1
}

func main() {
	fmt.Println("before") // out: before
	fmt.Println(middle([]int{1, 2, 3}))
	// err: panic: runtime error: index out of range [5] with length 3
	// err: goroutine 1 [running]:
	// err: main.element(
	// err: panic_index.go:9
	// err: main.middle(
	// err: panic_index.go:14
	// err: main.main()
	// err: panic_index.go:19
}
