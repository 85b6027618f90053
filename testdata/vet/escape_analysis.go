// hood: vet   flags: -m   oracle: no
// What gc's escape analysis says of variables, literals, closures, slices, parameters and results, in its words. The expectations are the
// output of go build -gcflags=-m (1.19).
package main

import "fmt"

type node struct {
	value int
	next  *node
	data  []byte
}

type shape interface{ area() int }
type square struct{ side int }

func (s square) area() int { return s.side * s.side }

var global *node

func local() int {
	n := &node{value: 1}
	p := new(int)
	*p = n.value
	return *p
}

func returned() *node { return &node{value: 2} }

func moved() *int {
	x := 3
	return &x
}

func content(n *node) *node {
	global = n.next
	return n
}

func untouched(n *node) int { return n.value }

//go:noinline
func keep(n *node) { global = n }

func slices(n int) int {
	small := make([]int, 10)
	variable := make([]int, n)
	lit := []string{"a", "b"}
	huge := make([]byte, 1<<20)
	m := map[string]int{"x": 1}
	return len(small) + len(variable) + len(lit) + len(huge) + m["x"]
}

func closures() func() int {
	count, fixed := 0, 7
	inc := func() { count++ }
	inc()
	return func() int { return count + fixed }
}

func loop() {
	var last *int
	for i := 0; i < 3; i++ {
		x := i
		last = &x
	}
	_ = last
}

func interfaces(n int) shape {
	var any interface{} = n
	_ = any
	return square{n}
}

//go:noinline
func deferred(n *node) {
	defer func() { n.value++ }()
	go keep(n)
}

func self(n *node) {
	n.data = n.data[1:]
	n.next.next = n.next
}

func concat(a string, b []byte) string { return a + string(b) }

func send(ch chan *node, m map[string]*node) {
	ch <- &node{}
	m["k"] = &node{}
}

func grow(list []*node, n *node) []*node { return append(list, n) }

func main() {
	fmt.Println(local(), returned(), moved())
	n := &node{}
	content(n)
	keep(&node{})
	fmt.Println(untouched(n), slices(3))
	closures()
	loop()
	fmt.Println(interfaces(2))
	deferred(n)
	self(n)
	fmt.Println(concat("a", []byte("b")))
	send(make(chan *node, 1), map[string]*node{})
	fmt.Println(grow(nil, n))
}
