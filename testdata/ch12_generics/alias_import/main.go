// hood: run   oracle: no (Go 1.19 has no generic aliases)
// Generic aliases across packages: what they stand for is the same type everywhere.
package main

import (
	"fmt"

	"example.com/aliases/lib"
)

type Words struct{ lib.Same[[]string] }

type names []string

func (n names) Len() int           { return len(n) }
func (n names) Less(i, j int) bool { return n[i] < n[j] }
func (n names) Swap(i, j int)      { n[i], n[j] = n[j], n[i] }
func (n names) At(i int) string    { return n[i] }

func main() {
	p := lib.Make(1, "one")
	var q lib.Pair[int, string] = p
	fmt.Printf("%T %v\n", q, q)
	a, b := q.Both()
	fmt.Println(a, b)

	t := lib.Table[string, bool]{"x": {{"k", true}}}
	fmt.Printf("%T %v\n", t, t)

	var i lib.Ints = lib.Same[int]{A: 1, B: 2}
	lib.Zero = i
	fmt.Println(lib.Zero, lib.Zero == lib.Make(1, 2))

	w := Words{lib.Make([]string{"a"}, []string{"b"})}
	fmt.Println(w.Same.A, w.B)
	fmt.Println(lib.First[string](names{"b", "a"}))
}
