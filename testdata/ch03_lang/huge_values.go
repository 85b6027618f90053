// hood: run   knobs: gcstress=100
// Values of any size are passed, returned, assigned, boxed and compared by value, whatever fits in a frame.
package main

import (
	"fmt"
	"reflect"
)

type Big [100_000]int // 800 KB: more than a frame holds

type Pair struct {
	name string
	big  Big
	p    *int
}

func (b Big) at(i int) int              { return b[i] }
func (b *Big) set(i, x int)             { b[i] = x }
func (p Pair) Swap(o Pair) (Pair, Pair) { return o, p }
func (p Pair) String() string           { return fmt.Sprint(p.name, p.big[1], *p.p) }

type Atter interface{ at(int) int }
type Swapper interface{ Swap(Pair) (Pair, Pair) }

func filled(x int) (b Big) {
	for i := range b {
		b[i] = x + i
	}
	return
}

func changed(b Big, i, x int) Big {
	b[i] = x
	return b
}

func several(b Big, n int) (int, Big, error, Big) {
	c := b
	c[0] = n
	return n, b, nil, c
}

func recovered(b Big) (r Big) {
	defer func() {
		recover()
		r[0]++
	}()
	r = b
	var p *Big
	return *p
}

func id[T any](x T) T { return x }

func sum(bs ...Big) (n int) {
	for _, b := range bs {
		n += b[0]
	}
	return
}

func pair(name string, x int) Pair { return Pair{name, filled(x), &x} }

func main() {
	a := filled(1)
	b := changed(a, 5, -1)
	fmt.Println(a[5], b[5], a == b, a == changed(b, 5, 6))
	n, c, err, d := several(a, 7)
	fmt.Println(n, c[0], err, d[0], filled(3)[4], changed(a, 0, 9).at(0))

	var i any = a
	a[2] = 100
	e := i.(Big)
	_, isPair := i.(Pair)
	f, ok := i.(Big)
	g, no := i.(Pair)
	fmt.Println(e[2], isPair, f[2], ok, g.big[2], g.name == "", no, i == any(a), i == any(e))
	var at Atter = a
	a.set(2, 3)
	fmt.Println(at.at(2), at.(Big)[2], a[2])
	switch x := i.(type) {
	case Pair:
		fmt.Println("pair", x.name)
	case Big:
		fmt.Println("big", x[99_999])
	}

	p, q := pair("p", 1), pair("q", 2)
	p, q = q, p
	fmt.Println(p, q)
	var s Swapper = p
	p, q = s.Swap(q)
	fmt.Println(p, q, reflect.DeepEqual(p, q))
	swap := p.Swap
	p.name = "other"
	x, y := swap(q)
	fmt.Println(x.name, y.name, Pair.Swap != nil)
	x, y = Pair.Swap(p, q)
	fmt.Println(x.name, y.name)

	list := []Big{a, b}
	list = append(list, c, id(d))
	a[0] = 50
	fmt.Println(sum(list...), sum(), sum(a, b), len(list))
	m := map[string]*Big{"a": &a}
	*m["a"] = b
	fmt.Println(a[5], recovered(a)[0])
	arrays := [2]Big{a, filled(9)}
	arrays[0], arrays[1] = arrays[1], arrays[0]
	fmt.Println(arrays[0][0], arrays[1][5])

	done := make(chan int)
	go func(b Big, c Pair) { done <- b[1] + c.big[0] }(filled(10), p)
	fmt.Println(<-done)
	go func(b Big) { done <- b.at(1) }(a)
	a[1] = 0
	fmt.Println(<-done)
	func() {
		defer func(b Big) { fmt.Println("deferred", b[1]) }(a)
		for k := 0; k < 2; k++ {
			defer fmt.Println("in a loop", k, changed(a, 3, k).at(3))
		}
		a[1] = 77
	}()
	make1 := func(x int) func() Big {
		b := filled(x)
		return func() Big { b[0]++; return b }
	}
	next := make1(30)
	one, two := next(), next()
	fmt.Println(one[0], two[0])

	fn := reflect.ValueOf(several)
	out := fn.Call([]reflect.Value{reflect.ValueOf(a), reflect.ValueOf(12)})
	fmt.Println(len(out), out[0], out[1].Index(1), out[3].Index(0))
	made := reflect.MakeFunc(fn.Type(), func(in []reflect.Value) []reflect.Value {
		changed := reflect.New(in[0].Type()).Elem()
		changed.Set(in[0])
		changed.Index(1).SetInt(-5)
		return []reflect.Value{in[1], in[0], reflect.Zero(fn.Type().Out(2)), changed}
	}).Interface().(func(Big, int) (int, Big, error, Big))
	n, c, _, d = made(a, 4)
	fmt.Println(n, c[1], d[1])
	method := reflect.ValueOf(p).MethodByName("Swap")
	out = method.Call([]reflect.Value{reflect.ValueOf(q)})
	fmt.Println(out[0].Field(0), out[1].Field(0))
	x, y = method.Interface().(func(Pair) (Pair, Pair))(q)
	fmt.Println(x.name, y.name)
	ofType, _ := reflect.TypeOf(p).MethodByName("Swap")
	x, y = ofType.Func.Interface().(func(Pair, Pair) (Pair, Pair))(q, p)
	fmt.Println(x.name, y.name)
}
