// hood: run
// Sizes and layouts that are known only when a function is stamped out; large type arguments; zero-size ones.
package main

import (
	"fmt"
	"unsafe"
)

type S[T any] struct {
	a byte
	v T
	b byte
}

func Sizes[T any]() (uintptr, uintptr, uintptr, uintptr) {
	var s S[T]
	return unsafe.Sizeof(s), unsafe.Alignof(s.v), unsafe.Offsetof(s.b), unsafe.Sizeof([3]T{})
}

type Big [100]int

func Copy[T any](x T) (T, [2]T) {
	y := x
	arr := [2]T{x, y}
	p := &arr[1]
	return *p, arr
}

func Eq[T comparable](a, b T) bool { return a == b }

func Store[T any](m map[string]T, ch chan T, x T) T {
	m["k"] = x
	ch <- m["k"]
	var i any = <-ch
	s := make([]T, 2)
	s[1] = i.(T)
	return s[1]
}

func main() {
	fmt.Println(Sizes[byte]())
	fmt.Println(Sizes[int64]())
	fmt.Println(Sizes[string]())
	fmt.Println(Sizes[struct{}]())
	fmt.Println(Sizes[Big]())
	var b Big
	b[99] = 7
	c, arr := Copy(b)
	fmt.Println(c[99], arr[0][99], Eq(b, c), Eq(b, Big{}))
	fmt.Println(Copy(struct{}{}))
	fmt.Println(Copy("s"))
	fmt.Println(Store(map[string]Big{}, make(chan Big, 1), b)[99])
	fmt.Println(Store(map[string]struct{}{}, make(chan struct{}, 1), struct{}{}))
	fmt.Println(Store(map[string]complex64{}, make(chan complex64, 1), 1i))
	fmt.Println(Eq(struct{ a, b string }{"x", "y"}, struct{ a, b string }{"x", "z"}))
}
