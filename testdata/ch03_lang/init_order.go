// hood: run   book: 5.1
// Package variables are initialised in dependency order, then every init function runs in order, then main.
package main

import "fmt"

var trace []string

func note(s string, v int) int {
	trace = append(trace, s)
	return v
}

var (
	a     = note("a", c+b)
	b     = note("b", f())
	c     = note("c", 1)
	_     = note("blank", 0)
	d, e  = pair()
	g     = func() int { return note("g", h) }()
	h     = note("h", 10)
	t     = table["k"]
	table = map[string]int{"k": note("table", 5)}
	m     = T{}.method
	self  = m()
)

type T struct{}

func (T) method() int { return z }

var z = note("z", 3)

func f() int { note("f called", 0); return c + 1 }

func pair() (int, int) { note("pair", 0); return h, z }

func init() { note("init one", 0) }
func init() { note("init two", 0) }

var last = note("last", 0)

func main() {
	fmt.Println(a, b, c, d, e, g, h, t, self) // out: 3 2 1 10 3 10 10 5 3
	for _, s := range trace {
		fmt.Print(s, "; ")
	}
	fmt.Println("main") // out: c; f called; b; a; blank; h; g; table; z; pair; last; init one; init two; main
}
