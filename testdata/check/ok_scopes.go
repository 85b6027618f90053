// Shadowing, closures, recursion among package-level names in any order.
package p

var int32 = 5 // predeclared names may be shadowed

type node struct {
	left, right *node
	visit       func(*node) []node
	kids        map[string]chan node
}

func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd(n int) bool { return n != 0 && even(n-1) }

func scopes(x int) func() int {
	if x := float64(x); x > 1 {
		x := "shadow"
		_ = x
	}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	type int string
	var s int = "text"
	_ = s
	a, b := x, x
	a, c := b, a
	_, _ = a, c
	return func() (r uint8Alias) { r = uint8Alias(fib(x)); return }
}

type uint8Alias = int_

type int_ = int
