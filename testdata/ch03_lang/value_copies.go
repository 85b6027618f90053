// hood: run   book: 3.1
// Assigning, passing, returning, sending, storing in maps, slices and interfaces copies structs and arrays; pointers share them.
package main

import "fmt"

type inner struct{ a [4]int }
type outer struct {
	in  inner
	p   *inner
	s   []int
	tag string
}

func (o outer) changed() outer { o.in.a[0] = 100; o.s[0] = 100; o.p.a[0] = 100; return o }
func (o *outer) change()       { o.in.a[1] = 200 }

func swap(a, b outer) (outer, outer) { return b, a }

func main() {
	o := outer{inner{[4]int{1, 2, 3, 4}}, &inner{}, []int{9, 8}, "o"}
	c := o.changed()
	fmt.Println(o.in, c.in, o.s, *o.p, o.p == c.p) // out: {[1 2 3 4]} {[100 2 3 4]} [100 8] {[100 0 0 0]} true
	c.change()
	fmt.Println(o.in, c.in) // out: {[1 2 3 4]} {[100 200 3 4]}

	m := map[string]outer{"k": o}
	v := m["k"]
	v.in.a[2] = -1
	fmt.Println(m["k"].in, v.in, m["absent"].in) // out: {[1 2 3 4]} {[1 2 -1 4]} {[0 0 0 0]}
	sl := []outer{o, c}
	e := sl[0]
	e.tag = "copy"
	sl[1].tag = "in place"
	fmt.Println(sl[0].tag, sl[1].tag, c.tag, e.tag) // out: o in place o copy
	sl[0], sl[1] = sl[1], sl[0]
	fmt.Println(sl[0].tag, sl[1].tag) // out: in place o

	var i interface{} = o
	o.tag = "changed later"
	got := i.(outer)
	got.tag += "!"
	fmt.Println(i.(outer).tag, got.tag, o.tag) // out: o o! changed later

	ch := make(chan outer, 1)
	ch <- o
	o.tag = "after send"
	fmt.Println((<-ch).tag) // out: changed later

	x, y := swap(outer{tag: "x"}, outer{tag: "y"})
	x, y = y, x
	fmt.Println(x.tag, y.tag) // out: x y
	arr := [2]inner{{[4]int{1}}, {[4]int{2}}}
	arr[0], arr[1] = arr[1], arr[0]
	brr := arr
	brr[0].a[3] = 7
	ap := &arr
	ap[1].a[3] = 8
	fmt.Println(arr, brr, len(ap)) // out: [{[2 0 0 0]} {[1 0 0 8]}] [{[2 0 0 7]} {[1 0 0 0]}] 2

	f := func(in inner) inner { in.a[0]++; return in }
	in := inner{}
	in = f(f(in))
	q := &in
	r := *q
	q.a[1] = 5
	fmt.Println(in, r, *q == in, r == in) // out: {[2 5 0 0]} {[2 0 0 0]} true false
	d := struct {
		outer
		n int
	}{o, 1}
	d.change()
	d.outer.in.a[0], o.in.a[0] = 7, 8
	fmt.Println(d.in, o.in) // out: {[7 200 3 4]} {[8 2 3 4]}
	for _, st := range []inner{in, r} {
		st.a[0] = 1000
		_ = st
	}
	func() {
		defer func(x inner) { fmt.Println(x) }(in) // out: {[2 5 0 0]}
		in.a[0] = -5
	}()
}
