// Package lib exports aliases: of its own types, of another package's, and of each other.
package lib

import "sort"

type pair[A, B any] struct {
	A A
	B B
}

func (p pair[A, B]) Both() (A, B) { return p.A, p.B }

type Pair[A, B any] = pair[A, B] // the type itself stays hidden
type Same[T any] = Pair[T, T]
type Table[K comparable, V any] = map[K][]Pair[K, V]
type Sorted[T any] = interface {
	sort.Interface
	At(i int) T
}

func Make[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

func First[T any](s Sorted[T]) T {
	sort.Sort(s)
	return s.At(0)
}

// An alias that is not generic, of an instance of one that is.
type Ints = Same[int]

var Zero Ints
