// hood: run
// Results that change places go through a slot above the frame. The check of the stack's size was made before that slot was
// counted, and the verifier refused the function.
package main

import "fmt"

//go:noinline
func pair(n int) (int, int) { return n, n + 1 }

//go:noinline
func ret(n int) (x, y int) {
	var m [70]int
	for i := range m {
		m[i] = i * n
	}
	x, y = pair(n)
	for i := 0; i < n; i++ {
		x, y = y+m[i], x
	}
	if n > 100 {
		return x, y
	}
	return y, x
}

func main() {
	fmt.Println(ret(3)) // out: 6 10
}
