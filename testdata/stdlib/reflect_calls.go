// hood: run
// Calls by reflection, and functions made by it: every size of parameter and result, methods, variadic ones, panics that
// pass through, goroutines and deferred calls of made functions.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type big struct {
	A [20]int
	S string
	P *int
}
type empty struct{}
type ptr struct{ p *string }

func mixed(a int8, b string, c big, d float32, e []string, f any, g empty, h complex64, i ptr) (big, string, uint16, error, empty) {
	c.A[0] += int(a)
	c.S = b + strings.Join(e, "+")
	return c, fmt.Sprint(d, f, g, h, *i.p), uint16(len(e)), fmt.Errorf("e%d", a), g
}

type counter struct{ n, pad int }

func (c *counter) Add(k int) int { c.n += k; return c.n }
func (c counter) Get() int       { return c.n }
func (c counter) Sum(xs ...int) (t int) {
	t = c.n
	for _, x := range xs {
		t += x
	}
	return
}

type word uintptr

func (w word) Twice() word { return w * 2 }

type adder interface{ Add(int) int }

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return int(reflect.ValueOf(deep).Call([]reflect.Value{reflect.ValueOf(n - 1)})[0].Int()) + 1
}

func vals(xs ...any) []reflect.Value {
	out := make([]reflect.Value, len(xs))
	for i, x := range xs {
		out[i] = reflect.ValueOf(x)
	}
	return out
}

func main() {
	k, txt := 5, "text"
	var any1 any = 3
	in := vals(int8(7), "b", big{S: "s", P: &k}, float32(1.5), []string{"x", "y"}, any1, empty{}, complex64(2i), ptr{&txt})
	for i, r := range reflect.ValueOf(mixed).Call(in) {
		if i == 0 {
			x := r.Interface().(big)
			fmt.Println(x.A[0], x.S, *x.P)
			continue
		}
		fmt.Println(r.Type(), r)
	}

	// The same function the other way round: made, and called directly.
	made := reflect.MakeFunc(reflect.TypeOf(mixed), func(args []reflect.Value) []reflect.Value {
		runtime.GC()
		junk := make([][]byte, 100)
		for i := range junk {
			junk[i] = make([]byte, 100)
		}
		return reflect.ValueOf(mixed).Call(args)
	}).Interface().(func(int8, string, big, float32, []string, any, empty, complex64, ptr) (big, string, uint16, error, empty))
	x, s, n, err, _ := made(1, "q", big{P: &k}, 2.5, []string{"m"}, "any", empty{}, 1, ptr{&txt})
	fmt.Println(x.A[0], x.S, *x.P, s, n, err)

	c := &counter{n: 1}
	v := reflect.ValueOf(c)
	fmt.Println(v.MethodByName("Add").Call(vals(4))[0], v.MethodByName("Get").Call(nil)[0], c.n)
	fmt.Println(v.MethodByName("Sum").Call(vals(1, 2, 3))[0], v.MethodByName("Sum").CallSlice(vals([]int{10}))[0])
	get := v.MethodByName("Get").Interface().(func() int)
	add := v.MethodByName("Add").Interface().(func(int) int)
	add(100)
	fmt.Println(get(), c.n, v.MethodByName("Nope").IsValid())
	m, _ := reflect.TypeOf(c).MethodByName("Add")
	fmt.Println(m.Type, m.Func.Call(vals(c, 1))[0])
	m, _ = reflect.TypeOf(*c).MethodByName("Sum")
	fmt.Println(m.Type, m.Func.Call(vals(*c, 1, 1))[0])
	fmt.Println(reflect.ValueOf(word(21)).Method(0).Call(nil)[0])
	var a adder = c
	fmt.Println(reflect.ValueOf(&a).Elem().Method(0).Call(vals(1))[0])
	fmt.Println(deep(50))

	typ := reflect.TypeOf(func(int) {})
	log := func(args []reflect.Value) []reflect.Value { fmt.Println("made", args[0]); return nil }
	f := reflect.MakeFunc(typ, log).Interface().(func(int))
	done := make(chan bool)
	plain := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
		done <- true
		return nil
	}).Interface().(func())
	go plain()
	<-done
	func() {
		defer f(2)
		defer func() { fmt.Println("recovered", recover()) }()
		f(1)
		reflect.ValueOf(func() { panic("through") }).Call(nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.MakeFunc(typ, func([]reflect.Value) []reflect.Value { panic("in made") }).Interface().(func(int))(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.MakeFunc(reflect.TypeOf(strings.ToUpper), func([]reflect.Value) []reflect.Value { return nil }).Call(vals("x"))
	}()
	swap := reflect.Swapper([]big{{S: "1"}, {S: "2"}})
	swap(0, 1)
}
