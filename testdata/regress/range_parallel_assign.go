// hood: run
// A range clause without := assigns its two values as an assignment statement does: first the operands on the left are
// evaluated, then both are stored. hood stored the key first, so that b[i] was indexed with the new i.
package main

import "fmt"

func main() {
	var i int
	b := []int{0, 0, 0, 0}
	for i, b[i] = range []int{1, 2, 3} {
	}
	fmt.Println(i, b) // out: 2 [2 3 0 0]

	m := map[string]int{}
	var k string
	for k, m[k] = range map[string]int{"x": 1} {
	}
	fmt.Println(k, m) // out: x map[:1]

	var j int
	var r [6]rune
	for j, r[j] = range "héy" {
	}
	fmt.Println(j, r) // out: 3 [233 121 0 0 0 0]

	type node struct {
		next *node
		v    int
	}
	n := &node{next: &node{}}
	first := n
	var a [2]*node
	for n, a[n.v] = range map[*node]*node{n.next: n} {
	}
	fmt.Println(n == first.next, a[0] == first) // out: true true
}
