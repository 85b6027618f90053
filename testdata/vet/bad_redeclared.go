// hood: vet   exit: 1
// A name is declared once in a block; := needs something new on its left.
package main

func f() {}

type f int // err: bad_redeclared.go:7:6: f redeclared in this block

type s struct {
	a int
	a string // err: bad_redeclared.go:11:2:
}

func (s) m() {}
func (s) m() {} // err: bad_redeclared.go:15:10:

func g(p int, p string) {} // err: bad_redeclared.go:17:15: p redeclared in this block

func main() {
	x := 1
	x := 2    // err: bad_redeclared.go:21:4: no new variables on left side of :=
	var x int // err: bad_redeclared.go:22:6: x redeclared in this block
	_ = x
}
