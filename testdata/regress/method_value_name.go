// hood: run
// runtime.FuncForPC knew no function for a method value, or a method expression that the compiler made.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type T struct{}

func (T) M()  {}
func (*T) P() {}

type E struct{ T }
type I interface{ M() }

func name(f any) string {
	return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
}

func main() {
	var i I = T{}
	fmt.Println(name(main), name(T{}.M), name(T.M), name((*T).M), name((&T{}).P), name((*T).P))
	fmt.Println(name(E.M), name(I.M), name(i.M))
}

// out: main.main main.T.M-fm main.T.M main.(*T).M main.(*T).P-fm main.(*T).P
// out: main.E.M main.I.M main.I.M-fm
