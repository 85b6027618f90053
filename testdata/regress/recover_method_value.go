// hood: run
// A method value that reflection makes may be deferred, and its method recovers. It could not: Go code of package reflect
// stood between the panic and the method.
package main

import (
	"fmt"
	"reflect"
)

type T struct{ name string }

func (t T) Value()    { fmt.Println(t.name, "value:", recover()) }
func (t *T) Pointer() { fmt.Println(t.name, "pointer:", recover()) }
func (t *T) Far()     { func() { fmt.Println(t.name, "far:", recover()) }() }
func (t T) Sum(a int8, b string, c [2]int16, d any, e ...float32) (complex64, string, error) {
	return complex(float32(a)+e[0], e[1]), fmt.Sprint(t.name, b, c, d), fmt.Errorf("%d", len(e))
}

type I interface{ Value() }

func protect(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("not recovered:", r)
		}
	}()
	defer f()
	panic("p")
}

func main() {
	t := &T{"t"}
	v := reflect.ValueOf(t)
	for _, name := range []string{"Value", "Pointer", "Far"} {
		protect(v.MethodByName(name).Interface().(func()))
	}
	var i I = t
	protect(reflect.ValueOf(&i).Elem().Method(0).Interface().(func()))
	// Its receiver is looked at when it is called.
	f := v.Elem().Method(1).Interface().(func())
	t.name = "changed"
	protect(f)

	// A made function recovers; what a deferred function calls through reflection does not.
	made := reflect.MakeFunc(reflect.TypeOf(f), func([]reflect.Value) []reflect.Value {
		fmt.Println("made:", recover())
		return nil
	})
	protect(made.Interface().(func()))
	protect(func() { reflect.ValueOf(func() { fmt.Println("called:", recover()) }).Call(nil) })

	sum := v.Elem().MethodByName("Sum").Interface().(func(int8, string, [2]int16, any, ...float32) (complex64, string, error))
	fmt.Println(sum(-1, "b", [2]int16{2, 3}, nil, 4, 5))
}
