// hood: run   book: 3.4
// A closure shares the variables it names with the function around it, for as long as either lives.
package main

import "fmt"

func counter() (inc func() int, get func() int) {
	n := 0
	return func() int { n++; return n }, func() int { return n }
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		r := a
		a, b = b, a+b
		return r
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type op struct {
	name string
	do   func(a, b int) int
}

func named() (r int, f func()) {
	f = func() { r++ } // the result variable itself
	r = 5
	f()
	return r, f
}

func main() {
	inc, get := counter()
	inc()
	inc()
	inc2, _ := counter()
	fmt.Println(get(), inc2(), inc(), get()) // out: 2 1 3 3

	f := fib()
	for i := 0; i < 10; i++ {
		fmt.Print(f(), " ")
	}
	fmt.Println("fib") // out: 0 1 1 2 3 5 8 13 21 34 fib

	add := func(n int) func(int) int { return func(x int) int { return x + n } }
	fmt.Println(compose(add(1), add(10), func(x int) int { return x * x })(4)) // out: 225

	var funcs []func() int
	for i := 0; i < 3; i++ {
		i := i // one variable per iteration in every version of Go
		funcs = append(funcs, func() int { i *= 10; return i })
	}
	for _, f := range funcs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println("each its own") // out: 0 0 10 100 20 200 each its own

	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10)) // out: 3628800

	ops := map[string]op{"+": {"add", func(a, b int) int { return a + b }}, "-": {"sub", func(a, b int) int { return a - b }}}
	fmt.Println(ops["+"].do(3, 4), ops["-"].do(3, 4), ops["-"].name) // out: 7 -1 sub

	x, arr, st := 1, [3]int{1, 2, 3}, struct{ s string }{"in"}
	change := func() { x++; arr[0] = x; st.s += "!" }
	change()
	change()
	fmt.Println(x, arr, st) // out: 3 [3 2 3] {in!!}
	r, g := named()
	g()
	fmt.Println(r) // out: 6
	deep := func() func() func() int { return func() func() int { x += 100; return func() int { x++; return x } } }
	fmt.Println(deep()()(), x)                                                // out: 104 104
	func(args ...interface{}) { fmt.Println(len(args), args) }(1, "two", nil) // out: 3 [1 two <nil>]
	var nilFunc func()
	defer func() { fmt.Println(recover(), nilFunc == nil) }()
	nilFunc()
	// out: runtime error: invalid memory address or nil pointer dereference true
}
