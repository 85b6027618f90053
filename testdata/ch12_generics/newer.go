// hood: run   oracle: no
// Generics after Go 1.19: interfaces are comparable (1.20), inference from methods, from assignments and of mixed untyped
// constants (1.21).
package main

import "fmt"

func Equal[T comparable](a, b T) bool { return a == b }

func Index[K comparable, V any](m map[K]V, k K) V { return m[k] }

type Getter[V any] interface{ Get() V }
type G[T any] struct{ v T }

func (g G[T]) Get() T { return g.v }

func Lookup[T Getter[V], V any](x T) V { return x.Get() }

func Apply[T any](xs []T, f func(T) T) (out []T) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Double[T int | float64](x T) T { return 2 * x }

func Sum[T int | float64](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

func main() {
	fmt.Println(Equal[any](1, 1), Equal[any](1, "1"), Equal[error](nil, nil))
	fmt.Println(Index(map[any]string{1: "one", "k": "key"}, any("k")))
	defer func() { fmt.Println(recover()) }()
	fmt.Println(Lookup(G[string]{"got"}))
	fmt.Println(Apply([]float64{1, 2}, Double))
	var f func(int) int = Double
	fmt.Println(f(4), Sum(1, 2.5))
	fmt.Println(Equal[any]([]int{}, []int{}))
}
