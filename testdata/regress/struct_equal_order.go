// hood: run
// Comparing structs looked into strings before it looked at numbers behind them: slow, and a crash where the strings are
// made by hand. What may panic still stops what is behind it.
package main

import (
	"fmt"
	"syscall"
	"unsafe"
)

type header struct {
	data unsafe.Pointer
	n    int
}

type T struct {
	s string
	i int
	f float64
	t string
}

type U struct {
	a any
	s string
}

func equal(a, b any) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprint(r)
		}
	}()
	return fmt.Sprint(a == b)
}

func main() {
	m, err := syscall.Mmap(-1, 0, 4096, syscall.PROT_NONE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		panic(err)
	}
	h1 := header{unsafe.Pointer(&m[:1][0]), 3}
	h2 := header{unsafe.Add(h1.data, 1), 3}
	bad1, bad2 := *(*string)(unsafe.Pointer(&h1)), *(*string)(unsafe.Pointer(&h2))
	fmt.Println(equal(T{s: bad1, i: 1}, T{s: bad2, i: 2}), equal(T{s: bad1, f: 1}, T{s: bad2}))
	fmt.Println(equal(T{s: bad1, t: "a"}, T{s: bad2, t: "ab"}), equal(T{s: "a", t: bad1}, T{s: "b", t: bad2}))
	fmt.Println(equal(T{"a", 1, 2, "b"}, T{"a", 1, 2, "b"}), equal(T{"a", 1, 2, "b"}, T{"a", 1, 2, "c"}))
	fmt.Println(equal(U{[]int{}, "a"}, U{[]int{}, "ab"}), equal(U{1, "a"}, U{1, "a"}), equal(U{1, "a"}, U{2, "a"}))
	fmt.Println(equal(struct {
		s string
		a any
	}{"a", []int{}}, struct {
		s string
		a any
	}{"b", []int{}}))
}
