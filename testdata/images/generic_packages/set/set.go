// Package set has generic declarations beside ordinary ones: it is imported by its source, and runs from its image.
package set

import (
	"fmt"
	"sort"
)

type Ordered interface {
	~int | ~int64 | ~float64 | ~string
}

type Set[T Ordered] struct {
	m     map[T]struct{}
	added int
}

func Of[T Ordered](vals ...T) *Set[T] {
	s := &Set[T]{m: make(map[T]struct{})}
	for _, v := range vals {
		s.Add(v)
	}
	made++
	return s
}

func (s *Set[T]) Add(v T) bool {
	if _, ok := s.m[v]; ok {
		return note(false)
	}
	s.m[v] = struct{}{}
	s.added++
	return note(true)
}

func (s *Set[T]) Sorted() []T {
	out := make([]T, 0, len(s.m))
	for v := range s.m {
		out = append(out, v)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

func (s *Set[T]) String() string { return fmt.Sprint(s.Sorted()) }

func Map[T, U Ordered](s *Set[T], f func(T) U) *Set[U] {
	out := Of[U]()
	for _, v := range s.Sorted() {
		out.Add(f(v))
	}
	return out
}

type Pair[K, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[V, K] { return Pair[V, K]{p.Val, p.Key} }

var made, notes int

func note(ok bool) bool {
	notes++
	return ok
}

// Stats is not generic.
func Stats() (int, int) { return made, notes }

type Plain struct{ n int }

func (p Plain) Twice() int { return p.n * 2 }
func NewPlain(n int) Plain { return Plain{n} }
