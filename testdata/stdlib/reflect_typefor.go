// hood: run oracle: no
// TypeFor names a type without a value of it.
package main

import (
	"fmt"
	"reflect"
)

type pair[K comparable, V any] struct {
	Key   K
	Value V
}

func (p pair[K, V]) String() string { return fmt.Sprint(p.Key, "=", p.Value) }

func kindOf[T any]() reflect.Kind { return reflect.TypeFor[T]().Kind() }

func main() {
	fmt.Println(reflect.TypeFor[error](), reflect.TypeFor[error]().Kind()) // out: error interface
	fmt.Println(reflect.TypeFor[int]() == reflect.TypeOf(0))               // out: true
	fmt.Println(kindOf[map[string]int](), kindOf[any](), kindOf[*int]())   // out: map interface ptr
	t := reflect.TypeFor[pair[string, []int]]()
	fmt.Println(t, t.Name(), t.Field(1).Type) // out: main.pair[string,[]int] pair[string,[]int] []int
	v := reflect.New(t).Elem()
	v.Field(0).SetString("k")
	v.Field(1).Set(reflect.ValueOf([]int{1}))
	fmt.Println(v, v.MethodByName("String").Call(nil)[0]) // out: k=[1] k=[1]
}
