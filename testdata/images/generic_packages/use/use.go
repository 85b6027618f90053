// Package use has instances in its signatures and variables.
package use

import "example.com/generic/set"

var Words = set.Of("b", "a", "b")

type Index struct {
	*set.Set[int]
	Last set.Pair[string, int]
}

func New() Index { return Index{set.Of(3, 1), set.Pair[string, int]{Key: "k", Val: 1}} }

func Lens(s *set.Set[string]) *set.Set[int] { return set.Map(s, func(w string) int { return len(w) }) }
