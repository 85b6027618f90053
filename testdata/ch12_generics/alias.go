// hood: run   flags: --lang go1.23   oracle: no (Go 1.19 has no generic aliases)
// A generic alias is another spelling of a type, whatever its arguments: no type of its own, no conversion, no new methods.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"
)

type Vec[P any] = []P
type Set[K comparable] = map[K]struct{}
type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }
func (p *Pair[A, B]) Set(a A, b B)    { p.First, p.Second = a, b }

type Named[T any] = Pair[string, T] // some of the arguments are fixed
type Twice[T any] = Pair[T, T]
type Flip[A, B any] = Pair[B, A]
type Matrix[P any] = Vec[Vec[P]] // an alias of an alias
type Plain[P any] = int          // one that does not use its parameter

// A constraint, an interface, a function and a channel may have one, too.
type Number[T any] = interface {
	~int | ~float64
	fmt.Stringer
}
type Seq[V any] = func(yield func(V) bool)
type Done[T any] = <-chan T
type Getter[T any] = interface{ Get() T }

// Recursive through a defined type.
type Node[T any] struct {
	val  T
	kids List[T]
}
type List[T any] = []*Node[T]

func (n *Node[T]) sum(add func(a, b T) T) T {
	s := n.val
	for _, k := range n.kids {
		s = add(s, k.sum(add))
	}
	return s
}

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°", float64(c)) }

// Inference looks through aliases in both directions.
func head[T any](v Vec[T]) T      { return v[0] }
func rows[T any](m Matrix[T]) int { return len(m) }
func second[T any](n Named[T]) T  { return n.Second }
func keys[K cmp.Ordered](s Set[K]) (l Vec[K]) {
	for k := range s {
		l = append(l, k)
	}
	slices.Sort(l)
	return l
}
func total[T Number[T]](v ...T) (s T) {
	for _, x := range v {
		s += x
	}
	return s
}
func collect[V any](seq Seq[V]) (out Vec[V]) {
	for v := range seq {
		out = append(out, v)
	}
	return
}

type box[T any] struct{ v T }

func (b box[T]) Get() T        { return b.v }
func get[T any](g Getter[T]) T { return g.Get() }

// Embedded, the alias's name is the field's.
type wrapped[T any] struct {
	Named[T]
	*Twice[int]
}

func local[T any](x T) string {
	type here[U any] = Pair[T, U]
	h := here[bool]{x, true}
	return fmt.Sprintf("%T %v", h, h.Swap())
}

type sorter[P any] struct {
	Vec[P]
	less func(a, b P) bool
}

func (s sorter[P]) Len() int           { return len(s.Vec) }
func (s sorter[P]) Less(i, j int) bool { return s.less(s.Vec[i], s.Vec[j]) }
func (s sorter[P]) Swap(i, j int)      { s.Vec[i], s.Vec[j] = s.Vec[j], s.Vec[i] }

func main() {
	v := Vec[int]{3, 1, 2}
	var plain []int = v
	fmt.Printf("%T %v %d %d\n", v, plain, head(v), head([]string{"a"})[0])

	n := Named[int]{"n", 7}
	n.Set("m", 8)
	swapped := n.Swap()
	fmt.Printf("%T %v %v %d\n", n, n, swapped, second(n))
	var f Flip[int, string] = n
	fmt.Println(f.First, Flip[int, string].Swap(f), second(Pair[string, bool]{"", true}))

	m := Matrix[float64]{{1, 2}, {3}}
	fmt.Printf("%T %d %v\n", m, rows(m), keys(Set[string]{"b": {}, "a": {}}))

	var p Plain[error] = 5
	fmt.Printf("%T %v\n", p, Plain[[]int](p+1))

	fmt.Println(total(celsius(1), 2.5), collect(func(yield func(string) bool) { _ = yield("x") && yield("y") }))
	fmt.Println(get[int](box[int]{4}), get[error](box[error]{errors.New("e")}))

	tree := &Node[int]{1, List[int]{{2, nil}, {3, List[int]{{4, nil}}}}}
	fmt.Println(tree.sum(func(a, b int) int { return a + b }))

	w := wrapped[rune]{Named[rune]{"w", 'x'}, &Twice[int]{1, 2}}
	fmt.Println(w.Named.First, w.Twice.Second, w.Twice.Swap())
	fmt.Println(local(1.5))

	c := make(chan int, 1)
	c <- 9
	var done Done[int] = c
	fmt.Println(<-done)

	s := sorter[string]{Vec[string]{"c", "a", "b"}, func(a, b string) bool { return a < b }}
	sort.Sort(s)
	fmt.Println(s.Vec)

	var x any = v
	switch y := x.(type) {
	case Vec[string]:
		fmt.Println("strings", y)
	case Vec[int]:
		fmt.Println("ints", y)
	}
}
