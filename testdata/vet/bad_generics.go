// hood: vet   exit: 1   oracle: no
// What users of generic code get wrong most: missing and too many type arguments, types that do not satisfy a
// constraint, operations that not all types have, calls that leave something to infer.
package main

import "fmt"

type Number interface {
	~int | ~float64
}

type List[T any] struct{ items []T }

func (l *List[T]) Add(x T) { l.items = append(l.items, x) }

func Map[A, B any](xs []A, f func(A) B) []B {
	var out []B
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

func Zero[T any]() (z T) { return }

func Contains[T any](xs []T, x T) bool {
	for _, y := range xs {
		if x == y { // err: bad_generics.go:35:6: invalid operation: x == y (incomparable types in type set)
			return true
		}
	}
	return false
}

type Shape interface{ Area() float64 }
type Square struct{}

func (s *Square) Area() float64 { return 1 }

func Total[S Shape](shapes []S) float64 { return shapes[0].Area() }

func main() {
	var l List                // err: bad_generics.go:50:8: cannot use generic type List[T any] without instantiation
	l2 := List[int, string]{} // err: bad_generics.go:51:8: too many type arguments for type List: have 2, want 1
	ints := List[int]{}
	ints.Add("x")                                                  // err: bad_generics.go:53:11: cannot use "x" (untyped string constant) as int value in argument to ints.Add
	fmt.Println(l, l2, Sum("a", "b"), Sum(1, 2.5), Sum[string]())  // err: bad_generics.go:54:24: string does not satisfy Number (string missing in ~int | ~float64)
	x := Zero()                                                    // err: bad_generics.go:55:11: in call to Zero, cannot infer T
	fmt.Println(x, Total([]Square{}))                              // err: bad_generics.go:56:22: in call to Total, S (type Square) does not satisfy Shape (method Area has pointer receiver)
	fmt.Println(Map([]int{1}, func(s string) string { return s })) // err: bad_generics.go:57:28: in call to Map, type func(s string) string of func(s string) string {…} does not match inferred type func(int) B for func(A) B
	f := Map                                                       // err: bad_generics.go:58:7: cannot use generic function Map without instantiation
	f(nil, nil)
}
