// hood: run   book: 3.4
// Functions are values: variadic parameters are slices, f(g()) passes several results on, named function types have methods.
package main

import (
	"fmt"
	"strings"
)

type handler func(string) string

func (h handler) Handle(s string) string { return h(s) }

type server interface{ Handle(string) string }
type option func(*config)
type config struct {
	name string
	n    int
}

func withN(n int) option { return func(c *config) { c.n = n } }
func build(opts ...option) config {
	c := config{name: "default"}
	for _, o := range opts {
		o(&c)
	}
	return c
}

func sum(base int, xs ...int) (int, int) {
	for i, x := range xs {
		base += x
		xs[i] = 0
	}
	return base, len(xs)
}

func two() (int, string)                  { return 2, "two" }
func take(n int, s string) string         { return fmt.Sprint(n, "=", s) }
func any3(xs ...interface{}) int          { return len(xs) }
func isNil(xs ...int) bool                { return xs == nil }
func apply(f func(int) int, n int) int    { return f(n) }
func multi() (a, b, c int)                { return 1, 2, 3 }
func _(int)                               {}
func unnamed(int, string, ...float64) int { return 7 }

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) walk(visit func(int) bool) bool {
	return t == nil || t.l.walk(visit) && visit(t.v) && t.r.walk(visit)
}

func ack(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func hanoi(n int, a, b, c string, moves *int) {
	if n > 0 {
		hanoi(n-1, a, c, b, moves)
		*moves++
		hanoi(n-1, c, b, a, moves)
	}
}

func main() {
	var s server = handler(strings.ToUpper)
	fmt.Println(s.Handle("abc"), handler(func(s string) string { return s + s })("x")) // out: ABC xx
	fmt.Println(build(), build(withN(3), func(c *config) { c.name = "x" }))            // out: {default 0} {x 3}
	xs := []int{1, 2, 3}
	fmt.Println(sum(10))                                                                                                    // out: 10 0
	fmt.Println(sum(10, 1, 2))                                                                                              // out: 13 2
	fmt.Println(sum(0, xs...))                                                                                              // out: 6 3
	fmt.Println(xs, isNil(), isNil([]int{}...), isNil(nil...))                                                              // out: [0 0 0] true false true
	fmt.Println(take(two()), any3(two()), any3(), any3(nil), any3(nil...), any3([]interface{}{1, 2}...), any3([]int{1, 2})) // out: 2=two 2 0 1 0 2 1
	fmt.Println(multi())                                                                                                    // out: 1 2 3
	fmt.Println(apply(func(n int) int { return n * n }, 12), unnamed(1, ""))                                                // out: 144 7
	root := &tree{&tree{nil, nil, 1}, &tree{&tree{v: 3}, nil, 4}, 2}
	root.walk(func(v int) bool { fmt.Print(v, " "); return v < 3 })
	fmt.Println("stopped at 3") // out: 1 2 3 stopped at 3
	moves := 0
	hanoi(10, "a", "b", "c", &moves)
	fmt.Println(ack(2, 9), even(1001), odd(1001), moves) // out: 21 false true 1023
	table := map[string]func(float64, float64) float64{"*": func(a, b float64) float64 { return a * b }}
	table["/"] = func(a, b float64) float64 { return a / b }
	fmt.Println(table["*"](3, 4), table["/"](1, 4), table["?"] == nil) // out: 12 0.25 true
	fs := [...]func() int{func() int { return 1 }, func() int { return 2 }}
	fmt.Println(fs[0]()+fs[1](), func() int { return len(fs) }()) // out: 3 2
}
