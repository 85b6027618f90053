// hood: run
// Calls of a constraint's methods: on structs, pointers, interfaces, promoted methods; as method values and expressions.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type Stringer interface{ String() string }

type A struct{ n int }

func (a A) String() string { return fmt.Sprint("A", a.n) }

type B struct{ n int }

func (b *B) String() string { b.n++; return fmt.Sprint("B", b.n) }

type C struct{ *B }
type D struct{ Stringer }
type I int

func (i I) String() string { return strings.Repeat("i", int(i)) }

func Join[T Stringer](xs ...T) string {
	var parts []string
	for _, x := range xs {
		parts = append(parts, x.String())
	}
	return strings.Join(parts, ",")
}

func Values[T Stringer](x T) (func() string, func(T) string) { return x.String, T.String }

// The pointer type has the methods, the value is what is stored.
type Setter[T any] interface {
	*T
	Set(string)
}
type Settable struct{ v string }

func (s *Settable) Set(v string) { s.v = v }

func FromStrings[T any, PT Setter[T]](s []string) []T {
	out := make([]T, len(s))
	for i, v := range s {
		p := PT(&out[i])
		p.Set(v)
	}
	return out
}

type Numeric interface {
	~int | ~float64
	Stringer
}

func Double[T Numeric](x T) (T, string) { x *= 2; return x, x.String() }

type Comparable[T any] interface{ Compare(T) int }

func (a A) Compare(b A) int { return a.n - b.n }

func Max[T Comparable[T]](x T, rest ...T) T {
	for _, y := range rest {
		if y.Compare(x) > 0 {
			x = y
		}
	}
	return x
}

type Err struct{ code int }

func (e *Err) Error() string { return fmt.Sprint("code ", e.code) }

func As[E error](err error) (E, bool) {
	var target E
	ok := errors.As(err, &target)
	return target, ok
}

type Box[T Stringer] struct{ v T }

func (b Box[T]) String() string { return "[" + b.v.String() + "]" }
func (b *Box[T]) Deferred() (s string) {
	defer func() { s += b.v.String() }()
	go b.v.String()
	return "deferred "
}

func Lookup[T interface{ Get() V }, V any](x T) V { return x.Get() }

type G[T any] struct{ v T }

func (g G[T]) Get() T { return g.v }

func main() {
	fmt.Println(Join(A{1}, A{2}))
	b := &B{}
	fmt.Println(Join(b, b))
	fmt.Println(Join(C{b}, C{&B{9}}))
	fmt.Println(Join(D{A{5}}, D{b}))
	fmt.Println(Join[Stringer](A{1}, b, I(3), D{I(1)}))
	fmt.Println(Join(I(2), I(1)), Join[A]() == "")
	v, e := Values(A{7})
	fmt.Println(v(), e(A{8}))
	v2, e2 := Values[Stringer](b)
	fmt.Println(v2(), e2(I(4)))
	fmt.Println(FromStrings[Settable]([]string{"x", "y"}))
	fmt.Println(Double(I(2)))
	fmt.Println(Max(A{1}, A{5}, A{3}))
	err := fmt.Errorf("wrapped: %w", &Err{3})
	fmt.Println(As[*Err](err))
	box := Box[*B]{&B{1}}
	fmt.Println(box, Box[Box[A]]{Box[A]{A{3}}})
	fmt.Println((&Box[A]{A{4}}).Deferred())
	fmt.Println(Lookup[G[string], string](G[string]{"got"}))
}
