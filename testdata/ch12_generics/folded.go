// hood: run
// Instances that come out as the same bytecode have one copy of it. Nothing of that shows: each has its own types, its own
// func values, and panics with the same name and lines.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type Meters int
type Feet int

type Number interface{ ~int | ~uint | ~int64 }

func Sum[T Number](xs []T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

// Calls an instance that is folded; itself then, too.
func Mean[T Number](xs []T) T { return Sum(xs) / T(len(xs)) }

// Depends on its type argument: never the same.
func Name[T any](x T) string { return fmt.Sprintf("%T", x) }

// Recursive.
func Fact[T Number](n T) T {
	if n < 2 {
		return 1
	}
	return n * Fact(n-1)
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Len() int { return len(s.items) }
func (s *Stack[T]) Top() T   { return s.items[len(s.items)-1] }
func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Any() any { return s.Top() }

type Sizer interface{ Len() int }

func trace[T any](s *Stack[T]) (text string) {
	defer func() {
		err := recover()
		pc := make([]uintptr, 20)
		frames := runtime.CallersFrames(pc[:runtime.Callers(1, pc)])
		for {
			f, more := frames.Next()
			if strings.Contains(f.Function, "Top") {
				text = fmt.Sprint(err, " in ", f.Function)
			}
			if !more {
				return
			}
		}
	}()
	s.Top()
	return
}

func Counter[T Number]() func(T) T {
	var n T
	return func(by T) T {
		n += by
		return n
	}
}

func main() {
	fmt.Println(Sum([]Meters{1, 2}), Sum([]Feet{3, 4}), Sum([]int{5}), Sum([]uint{1 << 63}))
	fmt.Println(Mean([]Meters{2, 4}), Mean([]Feet{6, 8}), Fact(Meters(5)), Fact(Feet(6)))
	fmt.Println(Name(Meters(1)), Name(Feet(1)))

	a, b := &Stack[Meters]{}, &Stack[Feet]{}
	a.Push(1)
	b.Push(2)
	fmt.Printf("%T %T %d\n", a.Any(), b.Any(), a.Top()+Meters(b.Top()))
	for _, s := range []Sizer{a, b, &Stack[*int]{}, &Stack[*string]{}} {
		fmt.Print(s.Len(), " ")
	}
	fmt.Println()
	fmt.Println(trace(&Stack[Meters]{}))
	fmt.Println(trace(&Stack[Feet]{}))

	f, g := Sum[Meters], Sum[Feet]
	fmt.Printf("%T %T %v %v\n", f, g, f(nil), g(nil))
	c, d := Counter[Meters](), Counter[Feet]()
	c(1)
	d(10)
	fmt.Println(c(1), d(10))
}
