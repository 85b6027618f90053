// hood: run   book: 3.3
// A method value binds its receiver when it is evaluated; a method expression is a function whose first parameter is the receiver.
package main

import "fmt"

type counter int

func (c *counter) Inc() int      { *c++; return int(*c) }
func (c counter) Plus(n int) int { return int(c) + n }

type shower interface{ Show(prefix string) string }

type pair struct{ a, b int }

func (p pair) Show(prefix string) string { return fmt.Sprint(prefix, p.a, "/", p.b) }
func (p *pair) Swap()                    { p.a, p.b = p.b, p.a }

type wrapper struct {
	pair
	*counter
}

type fn func(int) int

func (f fn) Twice(x int) int { return f(f(x)) }

type list []int

func (l list) Len() int      { return len(l) }
func (l *list) Add(x ...int) { *l = append(*l, x...) }

func main() {
	var c counter
	inc, plus := c.Inc, c.Plus
	inc()
	inc()
	fmt.Println(c, plus(10), c.Plus(10)) // out: 2 10 12

	f := (*counter).Inc
	g := counter.Plus
	h := (*counter).Plus
	fmt.Println(f(&c), g(c, 1), h(&c, 2)) // out: 3 4 5

	p := pair{1, 2}
	show := p.Show
	p.Swap()
	fmt.Println(show("old "), p.Show("new ")) // out: old 1/2 new 2/1
	swap := p.Swap
	swap()
	fmt.Println(p) // out: {1 2}

	var s shower = p
	is := s.Show
	s = &pair{8, 9}
	fmt.Println(is("bound "), s.Show("now "))                                            // out: bound 1/2 now 8/9
	fmt.Println(shower.Show(p, "expr "), (*pair).Show(&p, "ptr "), pair.Show(p, "val ")) // out: expr 1/2 ptr 1/2 val 1/2

	w := wrapper{pair{3, 4}, &c}
	w.Swap()
	w.Inc()
	fmt.Println(w.Show("w "), c, wrapper.Show(w, "we "), wrapper.Plus(w, 100)) // out: w 4/3 4 we 4/3 104

	fmt.Println(fn(func(x int) int { return x * 3 }).Twice(2)) // out: 18
	var l list
	l.Add(1, 2)
	l.Add()
	l.Add([]int{3}...)
	fmt.Println(l.Len(), l) // out: 3 [1 2 3]

	var np *pair
	defer func() { fmt.Println(recover()) }()
	bound := np.Swap                   // binding a pointer receiver does not dereference it
	fmt.Println("bound", bound != nil) // out: bound true
	_ = np.Show                        // binding a value receiver does
	// out: runtime error: invalid memory address or nil pointer dereference
}
