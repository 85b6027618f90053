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

// err: escape_analysis.go:17:6: can inline square.area
// err: escape_analysis.go:21:6: can inline local
// err: escape_analysis.go:22:7: &node{...} does not escape
// err: escape_analysis.go:23:10: new(int) does not escape
// err: escape_analysis.go:28:6: can inline returned
// err: escape_analysis.go:28:32: &node{...} escapes to heap
// err: escape_analysis.go:30:6: can inline moved
// err: escape_analysis.go:31:2: moved to heap: x
// err: escape_analysis.go:35:6: can inline content
// err: escape_analysis.go:35:14: leaking param content: n
// err: escape_analysis.go:35:14: leaking param: n to result ~r0 level=0
// err: escape_analysis.go:40:6: can inline untouched
// err: escape_analysis.go:40:16: n does not escape
// err: escape_analysis.go:43:11: leaking param: n
// err: escape_analysis.go:45:6: can inline slices
// err: escape_analysis.go:46:15: make([]int, 10) does not escape
// err: escape_analysis.go:47:18: make([]int, n) escapes to heap
// err: escape_analysis.go:48:17: []string{...} does not escape
// err: escape_analysis.go:49:14: make([]byte, 1 << 20) escapes to heap
// err: escape_analysis.go:50:21: map[string]int{...} does not escape
// err: escape_analysis.go:54:6: can inline closures
// err: escape_analysis.go:55:2: moved to heap: count
// err: escape_analysis.go:56:9: can inline closures.func1
// err: escape_analysis.go:56:9: func literal does not escape
// err: escape_analysis.go:57:5: inlining call to closures.func1
// err: escape_analysis.go:58:9: can inline closures.func2
// err: escape_analysis.go:58:9: func literal escapes to heap
// err: escape_analysis.go:61:6: can inline loop
// err: escape_analysis.go:64:3: moved to heap: x
// err: escape_analysis.go:70:6: can inline interfaces
// err: escape_analysis.go:71:24: n does not escape
// err: escape_analysis.go:73:15: square{...} escapes to heap
// err: escape_analysis.go:77:15: leaking param: n
// err: escape_analysis.go:78:8: can inline deferred.func1
// err: escape_analysis.go:78:8: func literal does not escape
// err: escape_analysis.go:82:6: can inline self
// err: escape_analysis.go:82:11: leaking param content: n
// err: escape_analysis.go:83:9: self ignoring self-assignment in n.data = n.data[1:]
// err: escape_analysis.go:87:6: can inline concat
// err: escape_analysis.go:87:13: a does not escape
// err: escape_analysis.go:87:23: b does not escape
// err: escape_analysis.go:87:51: a + string(b) escapes to heap
// err: escape_analysis.go:87:59: string(b) does not escape
// err: escape_analysis.go:89:6: can inline send
// err: escape_analysis.go:89:11: ch does not escape
// err: escape_analysis.go:89:26: m does not escape
// err: escape_analysis.go:90:8: &node{} escapes to heap
// err: escape_analysis.go:91:11: &node{} escapes to heap
// err: escape_analysis.go:94:6: can inline grow
// err: escape_analysis.go:94:11: leaking param content: list
// err: escape_analysis.go:94:11: leaking param: list to result ~r0 level=0
// err: escape_analysis.go:94:25: leaking param: n
// err: escape_analysis.go:97:13: inlining call to fmt.Println
// err: escape_analysis.go:97:13: ... argument does not escape
// err: escape_analysis.go:97:19: inlining call to local
// err: escape_analysis.go:97:19: ~R0 escapes to heap
// err: escape_analysis.go:97:19: &node{...} does not escape
// err: escape_analysis.go:97:19: new(int) does not escape
// err: escape_analysis.go:97:31: inlining call to returned
// err: escape_analysis.go:97:31: &node{...} escapes to heap
// err: escape_analysis.go:97:40: inlining call to moved
// err: escape_analysis.go:97:40: moved to heap: x
// err: escape_analysis.go:98:7: &node{} escapes to heap
// err: escape_analysis.go:99:9: inlining call to content
// err: escape_analysis.go:100:7: &node{} escapes to heap
// err: escape_analysis.go:101:13: inlining call to fmt.Println
// err: escape_analysis.go:101:13: ... argument does not escape
// err: escape_analysis.go:101:23: inlining call to untouched
// err: escape_analysis.go:101:23: ~R0 escapes to heap
// err: escape_analysis.go:101:34: inlining call to slices
// err: escape_analysis.go:101:34: ~R0 escapes to heap
// err: escape_analysis.go:101:34: make([]int, 10) does not escape
// err: escape_analysis.go:101:34: make([]int, n) escapes to heap
// err: escape_analysis.go:101:34: []string{...} does not escape
// err: escape_analysis.go:101:34: make([]byte, 1 << 20) escapes to heap
// err: escape_analysis.go:101:34: map[string]int{...} does not escape
// err: escape_analysis.go:102:10: inlining call to closures
// err: escape_analysis.go:102:10: func literal does not escape
// err: escape_analysis.go:103:6: inlining call to loop
// err: escape_analysis.go:103:6: moved to heap: x
// err: escape_analysis.go:104:13: inlining call to fmt.Println
// err: escape_analysis.go:104:13: ... argument does not escape
// err: escape_analysis.go:104:24: inlining call to interfaces
// err: escape_analysis.go:104:24: n does not escape
// err: escape_analysis.go:104:24: square{...} escapes to heap
// err: escape_analysis.go:106:6: inlining call to self
// err: escape_analysis.go:106:6: main ignoring self-assignment in n.data = n.data[1:]
// err: escape_analysis.go:107:13: inlining call to fmt.Println
// err: escape_analysis.go:107:13: ... argument does not escape
// err: escape_analysis.go:107:20: inlining call to concat
// err: escape_analysis.go:107:20: ~R0 escapes to heap
// err: escape_analysis.go:107:20: a + string(b) escapes to heap
// err: escape_analysis.go:107:20: string(b) does not escape
// err: escape_analysis.go:107:32: ([]byte)("b") does not escape
// err: escape_analysis.go:108:6: inlining call to send
// err: escape_analysis.go:108:6: &node{} escapes to heap
// err: escape_analysis.go:108:44: map[string]*node{} does not escape
// err: escape_analysis.go:109:13: inlining call to fmt.Println
// err: escape_analysis.go:109:13: ... argument does not escape
// err: escape_analysis.go:109:18: inlining call to grow
// err: escape_analysis.go:109:18: ~R0 escapes to heap
