// hood: run   oracle: no
// Types declared in a generic function are different ones in each of its instances. Closures in generic functions.
package main

import "fmt"

func Local[T any](x T) any {
	type box struct{ v T }
	return box{x}
}

func Same[T any]() (any, any) {
	type t int
	var a t
	return a, t(1)
}

func Counter[T any](start T, next func(T) T) func() T {
	type state struct {
		cur   T
		calls int
	}
	s := state{cur: start}
	return func() T {
		defer func() { s.cur = next(s.cur); s.calls++ }()
		return s.cur
	}
}

func Memo[K comparable, V any](f func(K) V) func(K) V {
	cache := map[K]V{}
	calls := 0
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		calls++
		v := f(k)
		cache[k] = v
		return v
	}
}

func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return func(b B) C { return g(b) }(f(a)) }
}

func Group[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	type entry struct {
		k K
		v T
	}
	var all []entry
	for _, x := range xs {
		all = append(all, entry{key(x), x})
	}
	out := map[K][]T{}
	for _, e := range all {
		out[e.k] = append(out[e.k], e.v)
	}
	return out
}

func Nested[T any](x T) string {
	return func() string {
		type in struct{ T T }
		return fmt.Sprintf("%v", in{x})
	}()
}

func main() {
	a, b, c := Local(1), Local("s"), Local(2)
	fmt.Println(a == c, a == Local(1), a == b)
	x, y := Same[int]()
	z, _ := Same[string]()
	fmt.Println(x == y, x == z)
	fmt.Printf("%v %v\n", a, b)
	n := Counter(10, func(i int) int { return i + 1 })
	s := Counter("", func(s string) string { return s + "x" })
	fmt.Println(n(), n(), n(), s() == "", s(), s())
	fib := func(int) int { return 0 }
	fib = Memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(80))
	fmt.Println(Compose(func(i int) float64 { return float64(i) / 2 }, func(f float64) string { return fmt.Sprint(f) })(3))
	fmt.Println(Group([]string{"a", "bb", "cc"}, func(s string) int { return len(s) }))
	fmt.Println(Nested(1), Nested("n"))
}
