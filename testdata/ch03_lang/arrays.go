// hood: run   book: 3.1
// An array is a value: assignment, parameters, range and interfaces copy it, and == compares element by element.
package main

import "fmt"

type grid [2][3]int

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func changePtr(a *[3]int) { a[0] = 200 }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3}) // out: [1 2 3] [1 20 3] false true
	c := change(a)
	fmt.Println(a, c) // out: [1 2 3] [100 2 3]
	changePtr(&a)
	fmt.Println(a, len(a), cap(a)) // out: [200 2 3] 3 3

	sparse := [...]string{2: "two", 5: "five", "six", 0: "zero"}
	fmt.Printf("%d %q\n", len(sparse), sparse) // out: 7 ["zero" "" "two" "" "" "five" "six"]
	keyed := [...]int{'c' - 'a': 3, 1}
	fmt.Println(keyed) // out: [0 0 3 1]

	var g grid
	g[1][2] = 7
	h := g
	h[0] = [3]int{1, 1, 1}
	fmt.Println(g, h, g != h) // out: [[0 0 0] [0 0 7]] [[1 1 1] [0 0 7]] true

	// range over an array works on a copy, over a pointer on the array itself.
	x := [3]int{1, 2, 3}
	for i, v := range x {
		x[2] = 10
		if i == 2 {
			fmt.Println("copy:", v) // out: copy: 3
		}
	}
	x = [3]int{1, 2, 3}
	for i, v := range &x {
		x[2] = 10
		if i == 2 {
			fmt.Println("pointer:", v) // out: pointer: 10
		}
	}

	var any1 interface{} = x
	x[0] = 99
	fmt.Println(any1, any1 == interface{}([3]int{1, 2, 10})) // out: [1 2 10] true

	var p *[4]int
	n := 0
	for range p { // only the length is needed: a nil pointer will do
		n++
	}
	fmt.Println(len(p), n) // out: 4 4

	m := map[[2]string]int{{"a", "b"}: 1}
	m[[2]string{"a", "b"}]++
	fmt.Println(m[[2]string{"a", "b"}], len(m)) // out: 2 1

	var empty [0]int
	fmt.Println(empty, len(empty), empty == [0]int{}) // out: [] 0 true

	arr := [5]int{0, 1, 2, 3, 4}
	s := arr[1:3]
	s[0] = 11
	arr[2] = 22
	fmt.Println(arr, s, cap(s)) // out: [0 11 22 3 4] [11 22] 4
	q := (*[2]int)(s)
	q[1] = 33
	fmt.Println(arr, *q) // out: [0 11 33 3 4] [11 33]
}
