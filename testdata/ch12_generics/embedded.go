// hood: run
// Generic types embedded in structs and interfaces; methods promoted from instances; interfaces with type parameters.
package main

import (
	"fmt"
	"sort"
)

type Base[T any] struct{ val T }

func (b *Base[T]) Set(v T) { b.val = v }
func (b Base[T]) Get() T   { return b.val }

type Derived struct {
	Base[int]
	name string
}
type Outer[T any] struct {
	*Base[T]
	Inner[T, string]
}
type Inner[A, B any] struct {
	a A
	b B
}

func (i Inner[A, B]) Both() (A, B) { return i.a, i.b }

type Getter[T any] interface{ Get() T }
type Setter[T any] interface{ Set(T) }
type Access[T any] interface {
	Getter[T]
	Setter[T]
}

func Update[T any](a Access[T], f func(T) T) T { a.Set(f(a.Get())); return a.Get() }

func Through[A Access[T], T any](a A, v T) T { a.Set(v); return a.Get() }

type Sortable[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (s Sortable[T]) Len() int           { return len(s.items) }
func (s Sortable[T]) Less(i, j int) bool { return s.less(s.items[i], s.items[j]) }
func (s Sortable[T]) Swap(i, j int)      { s.items[i], s.items[j] = s.items[j], s.items[i] }

type Iterator[T any] interface {
	Next() (T, bool)
}
type sliceIter[T any] struct {
	s []T
	i int
}

func (it *sliceIter[T]) Next() (v T, ok bool) {
	if it.i < len(it.s) {
		v, ok = it.s[it.i], true
		it.i++
	}
	return
}

type mapIter[A, B any] struct {
	Iterator[A]
	f func(A) B
}

func (m mapIter[A, B]) Next() (b B, ok bool) {
	a, ok := m.Iterator.Next()
	if ok {
		b = m.f(a)
	}
	return b, ok
}

func Drain[T any](it Iterator[T]) (out []T) {
	for {
		v, ok := it.Next()
		if !ok {
			return out
		}
		out = append(out, v)
	}
}

type WithMutex[T any] struct {
	mu  struct{ locked bool }
	val map[string]T
}

func main() {
	d := Derived{name: "d"}
	d.Set(5)
	fmt.Println(d.Get(), d.val, d)
	o := Outer[bool]{&Base[bool]{true}, Inner[bool, string]{false, "in"}}
	o.Set(false)
	fmt.Println(o.Get(), o.val, o.a, o.b)
	fmt.Println(o.Both())
	fmt.Println(Update[int](&d, func(i int) int { return i * 2 }))
	fmt.Println(Update[bool](o, func(b bool) bool { return !b }))
	fmt.Println(Through[*Derived](&d, 11), Through[Access[string]](&Base[string]{}, "s"))
	var g Getter[int] = d
	_, isSetter := g.(Setter[int])
	_, isPtr := any(&d).(Access[int])
	_, wrong := any(&d).(Access[string])
	fmt.Println(g.Get(), isSetter, isPtr, wrong)
	s := Sortable[string]{[]string{"c", "a", "b"}, func(a, b string) bool { return a < b }}
	sort.Sort(s)
	fmt.Println(s.items)
	sort.Sort(sort.Reverse(s))
	fmt.Println(s.items)
	it := mapIter[int, string]{&sliceIter[int]{s: []int{1, 2, 3}}, func(i int) string { return fmt.Sprint("#", i) }}
	fmt.Println(Drain[string](it))
	w := WithMutex[[]int]{val: map[string][]int{"k": {1}}}
	w.mu.locked = true
	fmt.Println(w)
	get := d.Get
	set := (*Derived).Set
	set(&d, 12)
	fmt.Println(get(), d.Get(), Derived.Get(d), Getter[int].Get(d))
}
