// hood: run   book: 7.5
// A variable lives as long as somebody can reach it, wherever it was declared; each execution of a declaration makes a new one.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	v    int
	next *node
}

func local() *int { x := 42; return &x }

func fields() (*int, *node) {
	n := node{v: 1}
	return &n.v, &n
}

func param(p node) *node { return &p }

func array() []int {
	a := [4]int{1, 2, 3, 4}
	return a[1:3]
}

func maker() (get func() int, set func(int)) {
	var v int
	return func() int { return v }, func(x int) { v = x }
}

func garbage() {
	for i := 0; i < 50; i++ {
		_ = fmt.Sprint("garbage ", i)
	}
	runtime.GC()
}

func main() {
	p, q := local(), local()
	*p++
	garbage()
	fmt.Println(*p, *q, p != q) // out: 43 42 true
	v, n := fields()
	*v = 9
	garbage()
	fmt.Println(n.v) // out: 9
	orig := node{v: 5}
	c := param(orig)
	c.v++
	garbage()
	fmt.Println(orig.v, c.v) // out: 5 6
	s := array()
	garbage()
	fmt.Println(s, cap(s)) // out: [2 3] 3
	get, set := maker()
	set(77)
	garbage()
	fmt.Println(get()) // out: 77
	var ptrs []*node
	for i := 0; i < 5; i++ {
		var n node // a new one each time
		n.v = i * i
		ptrs = append(ptrs, &n)
	}
	garbage()
	for _, p := range ptrs {
		fmt.Print(p.v, " ")
	}
	fmt.Println("loop") // out: 0 1 4 9 16 loop
	inner := &struct {
		pad [10]int
		in  node
	}{in: node{v: 3}}
	in := &inner.in // keeps the whole object
	inner = nil
	garbage()
	fmt.Println(in.v) // out: 3
}
