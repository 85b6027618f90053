// hood: run
// A pointer to an unnamed struct has the methods of the struct's embedded fields. It is in the image beside the struct, but
// reflect made one of its own without methods: no package's name leads to an unnamed type.
package main

import (
	"fmt"
	"reflect"
)

type inner struct{ n int }

func (i *inner) String() string { return fmt.Sprint("inner ", i.n) }

func main() {
	var x struct{ inner }
	p := reflect.New(reflect.TypeOf(x))
	p.Elem().Field(0).Addr() // an unexported field's address may be taken, if not used
	s, ok := p.Interface().(fmt.Stringer)
	fmt.Println(s, ok)                                                               // out: inner 0 true
	fmt.Println(p.NumMethod(), reflect.TypeOf(x).NumMethod())                        // out: 1 0
	fmt.Println(p.MethodByName("String").Call(nil)[0], p.Type().Elem().Name() == "") // out: inner 0 true

	// The same function is the same address, whether it was called before or not.
	m, _ := reflect.TypeOf(&x.inner).MethodByName("String")
	fmt.Println(m.Func.Pointer() == reflect.ValueOf((*inner).String).Pointer()) // out: true
}
