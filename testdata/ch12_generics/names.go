// hood: run
// How instances are called: %T with full type arguments, as gc prints them.
package main

import (
	"fmt"
	"strings"
)

type Pair[A, B any] struct {
	A A
	B B
}
type List[T any] []T
type Fn[T any] func(T) List[T]
type Num[T int | float64] struct{ v T }
type I[T any] interface{ Get() T }

func (p *Pair[A, B]) Get() A { return p.A }

type Named struct{}

func show[T any](x T) { fmt.Printf("%T %T %T\n", x, []T{}, map[string]T{}) }

func main() {
	fmt.Printf("%T\n", Pair[int, string]{})
	fmt.Printf("%T\n", &Pair[Named, []Named]{})
	fmt.Printf("%T\n", Pair[Pair[int, bool], map[string]*Pair[int, int]]{})
	fmt.Printf("%T %T\n", List[strings.Builder]{}, List[any]{})
	fmt.Printf("%T\n", Fn[error](nil))
	fmt.Printf("%T\n", Num[float64]{})
	fmt.Printf("%T\n", List[struct{ X int }]{})
	fmt.Printf("%T\n", List[func(int) string]{})
	fmt.Printf("%T\n", List[List[List[int]]]{})
	fmt.Printf("%T\n", new(I[string]))
	fmt.Printf("%v %+v\n", Pair[int, string]{1, "x"}, Pair[int, string]{1, "x"})
	fmt.Printf("%#v\n", Num[int]{3})
	type local struct{}
	fmt.Printf("%T %T %T\n", local{}, List[local]{}, map[local]Pair[*local, int]{})
	show(1)
	show(Pair[int, List[bool]]{})
	defer func() { fmt.Println(recover()) }()
	var i any = Pair[int, string]{}
	_ = i.(Pair[string, int])
}
