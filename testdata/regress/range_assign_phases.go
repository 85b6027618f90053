// hood: run
// `for k, a[k] = range x` is an assignment: a[k] is found with the k of before. hood assigned k first, so that the elements
// of a were filled one place too far.
package main

import "fmt"

func main() {
	var a [3]any
	k := 0
	for k, a[k] = range []string{"x", "y", "z"} {
	}
	fmt.Println(k, a) // out: 2 [y z <nil>]
	var b [3]rune
	k = 0
	for k, b[k] = range "pqr" {
	}
	fmt.Println(k, b) // out: 2 [113 114 0]
	var c [3]int
	k = 0
	for k, c[k] = range [3]int{7, 8, 9} {
	}
	fmt.Println(k, c) // out: 2 [8 9 0]
	m := map[int]int{}
	k = 5
	for k, m[k] = range map[int]int{1: 2} {
	}
	fmt.Println(k, m) // out: 1 map[5:2]
}
