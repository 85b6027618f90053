// hood: vet
// A correct program passes in silence, although running it would fail.
package main

import "fmt"

type unused struct{ field int }

func (unused) method() {}

func never(param int) (result int) { return }

var _ fmt.Stringer = (*named)(nil)

type named string

func (n *named) String() string { return string(*n) }

func main() {
	var m map[string]int
	m["x"] = 1
	_ = 5
	func() { panic("at run time") }()
}
