// hood: run
// Generic functions: explicit and inferred type arguments, several instances of one function, functions as arguments.
package main

import (
	"fmt"
	"strconv"
)

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, x := range s {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func Reduce[T, A any](xs []T, acc A, f func(A, T) A) A {
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func Ptr[T any](v T) *T { return &v }

func Zero[T any]() T {
	var z T
	return z
}

func Swap[A, B any](a A, b B) (B, A) { return b, a }

func Variadic[T any](xs ...T) int { return len(xs) }

func Fact[T int | float64](n T) T {
	if n <= 1 {
		return 1
	}
	return n * Fact(n-1)
}

// Even and Odd call each other, each with its own instances.
func Even[T int | int8](n T) bool { return n == 0 || Odd(n-1) }
func Odd[T int | int8](n T) bool  { return n != 0 && Even(n-1) }

type names []string

var double = Map[int, int]

var table = map[string]func(int) *int{"ptr": Ptr[int]}

func main() {
	fmt.Println(Map([]int{1, 2, 3}, strconv.Itoa))
	fmt.Println(Map([]string{"a", "bb"}, func(s string) int { return len(s) }))
	fmt.Println(Map[float64, float64]([]float64{1, 2}, func(x float64) float64 { return x / 2 }))
	fmt.Printf("%T\n", Filter(names{"x", "yy"}, func(s string) bool { return len(s) > 1 }))
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + strconv.Itoa(x) }))
	fmt.Println(Keys(map[string]bool{"a": true}), *Ptr("p"), *Ptr(3.5), *Ptr(struct{ x int }{4}))
	fmt.Println(Zero[int](), Zero[string]() == "", Zero[*int]() == nil, Zero[[2]bool](), Zero[error]() == nil)
	fmt.Println(Swap(1, "one"))
	fmt.Println(Variadic[int](), Variadic(1, 2, 3), Variadic([]string{"a", "b"}...))
	fmt.Println(Fact(5), Fact(5.0), Even(10), Odd(int8(7)))
	fmt.Println(double([]int{1, 2}, func(x int) int { return 2 * x }), *table["ptr"](9))
	f := Swap[string, bool]
	fmt.Println(f("s", true))
	defer func(g func(...int) int) { fmt.Println("deferred", g(1, 2)) }(Variadic[int])
	done := make(chan int)
	go func() { done <- Reduce([]int{4, 5}, 0, func(a, x int) int { return a + x }) }()
	fmt.Println(<-done)
}
