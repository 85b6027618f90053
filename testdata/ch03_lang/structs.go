// hood: run   book: 3.1
// Structs are values; embedding promotes fields and methods, the shallowest one wins; == compares field by field.
package main

import "fmt"

type base struct {
	id   int
	name string
}

func (b base) Describe() string { return fmt.Sprint("base ", b.id) }
func (b *base) Rename(n string) { b.name = n }

type middle struct {
	base
	name int // hides base.name
}

type top struct {
	*middle
	note string `json:"note" hood:"tag"`
	_    int
}

type shape struct {
	ok   bool
	x    float64
	s    string
	face interface{}
	arr  [2]int8
}

type node struct {
	next *node
	v    int
}

type empty struct{}

func main() {
	m := middle{base{1, "b"}, 5}
	fmt.Println(m.id, m.name, m.base.name, m.Describe()) // out: 1 5 b base 1
	m.Rename("renamed")
	t := top{middle: &m}
	t.id = 42
	t.Rename("again")
	fmt.Println(m.id, m.base.name, t.Describe(), t.middle.base == m.base) // out: 42 again base 42 true

	a := shape{true, 1.5, "s", 3, [2]int8{1, 2}}
	b := a
	fmt.Println(a == b) // out: true
	b.face = int64(3)
	fmt.Println(a == b, a != b) // out: false true
	b = a
	b.arr[1]++
	fmt.Println(a == b, a) // out: false {true 1.5 s 3 [1 2]}

	c := struct{ X, Y int }{1, 2}
	d := struct {
		X, Y int
	}(c)
	d.X = 9
	fmt.Println(c, d, c == struct{ X, Y int }{1, 2}) // out: {1 2} {9 2} true
	fmt.Printf("%v %+v %#v %T\n", c, c, c, c)        // out: {1 2} {X:1 Y:2} struct { X int; Y int }{X:1, Y:2} struct { X int; Y int }

	list := &node{&node{nil, 2}, 1}
	list.next.next = &node{v: 3}
	sum := 0
	for p := list; p != nil; p = p.next {
		sum = sum*10 + p.v
	}
	fmt.Println(sum) // out: 123

	arr := []base{{1, "x"}, {2, "y"}}
	for _, e := range arr {
		e.id *= 10 // changes the copy
	}
	for i := range arr {
		arr[i].name += "!"
	}
	fmt.Println(arr)                                                // out: [{1 x!} {2 y!}]
	fmt.Println(empty{} == empty{}, *new(empty), len([100]empty{})) // out: true {} 100
	pt := &arr[0]
	arr = append(arr, base{3, "z"})
	pt.id = 77
	fmt.Println(arr[0].id, pt.id, (*pt).name, (&arr[1]).id) // out: 1 77 x! 2

	defer func() { fmt.Println(recover()) }()
	a.face, b = []int{1}, a
	b.face = []int{1}
	fmt.Println(a.ok == b.ok) // out: true
	b.arr = a.arr
	fmt.Println(a == b)
	// out: runtime error: comparing uncomparable type []int
}
