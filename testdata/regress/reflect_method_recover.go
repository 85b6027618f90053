// hood: run
// A method that was taken from its type by reflection, as a function with the receiver first, did not recover when it was
// deferred: recover saw package reflect between the panic and the method.
package main

import (
	"fmt"
	"reflect"
)

type P struct{ name string }

func (p *P) Recover() { fmt.Println(p.name, "recovered", recover()) }
func (p P) ByValue(x int, s ...any) string {
	r := recover()
	fmt.Println(p.name, "recovered", r, x, len(s))
	return fmt.Sprint(r, x, s)
}

type Empty struct{}

func (Empty) Recover() { fmt.Println("empty recovered", recover()) }

type Wide struct {
	a [3]int8
	s string
	f float32
}

func (w Wide) All(b bool, e Empty, i8 int8, f float32, x any, o Wide) (int8, Empty, Wide, error) {
	fmt.Println(w, b, e, i8, f, x, o, recover())
	o.a[1], w.s = i8, o.s
	return i8 + 1, e, o, fmt.Errorf("%v", w)
}

type Recoverer interface{ Recover() }

func run(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "left", r)
		}
	}()
	f()
}

func main() {
	p := &P{"p"}
	run("method value", func() {
		defer reflect.ValueOf(p).Method(1).Interface().(func())()
		panic(1)
	})
	run("method of type", func() {
		defer reflect.TypeOf(p).Method(1).Func.Interface().(func(*P))(p)
		panic(2)
	})
	run("value receiver", func() {
		defer reflect.ValueOf(*p).Method(0).Interface().(func(int, ...any) string)(7, "a", 2)
		panic(3)
	})
	run("value receiver, of type", func() {
		defer reflect.TypeOf(*p).Method(0).Func.Interface().(func(P, int, ...any) string)(*p, 8, nil)
		panic(4)
	})
	run("interface", func() {
		var r Recoverer = p
		defer reflect.ValueOf(&r).Elem().Method(0).Interface().(func())()
		panic(5)
	})
	run("empty", func() {
		defer reflect.TypeOf(Empty{}).Method(0).Func.Interface().(func(Empty))(Empty{})
		panic(6)
	})
	run("Call stands between", func() {
		defer reflect.ValueOf(p).Method(1).Call(nil)
		panic(7)
	})
	run("MakeFunc stands between", func() {
		f := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
			reflect.ValueOf(p).Method(1).Interface().(func())()
			return nil
		})
		defer f.Interface().(func())()
		panic(8)
	})
	w := Wide{[3]int8{1, 2, 3}, "w", 1.5}
	all := reflect.ValueOf(w).MethodByName("All")
	w.s = "later"
	fmt.Println(all.Interface().(func(bool, Empty, int8, float32, any, Wide) (int8, Empty, Wide, error))(true, Empty{}, -4, 2.5, "x", w))
	m, _ := reflect.TypeOf(w).MethodByName("All")
	fmt.Println(m.Func.Interface().(func(Wide, bool, Empty, int8, float32, any, Wide) (int8, Empty, Wide, error))(w, false, Empty{}, -5, 3.5, nil, w))
	fmt.Println(reflect.ValueOf(p).Method(0).Interface().(func(int, ...any) string)(9, 1, 2, 3))
	fmt.Println(m.Func.Call([]reflect.Value{reflect.ValueOf(w), reflect.ValueOf(true), reflect.ValueOf(Empty{}), reflect.ValueOf(int8(1)),
		reflect.ValueOf(float32(1)), reflect.ValueOf(any(1)), reflect.ValueOf(w)})[0])
}
