package syntax

import (
	"sort"
	"unicode"
)

// A classSet is a set of runes being put together: pairs of bounds, in any order.
type classSet struct {
	runes []rune
}

func (s *classSet) add(lo, hi rune) {
	// Neighbours are often added one after the other.
	if n := len(s.runes); n > 0 && lo <= s.runes[n-1]+1 && s.runes[n-2] <= hi+1 {
		s.runes[n-2] = min(s.runes[n-2], lo)
		s.runes[n-1] = max(s.runes[n-1], hi)
		return
	}
	s.runes = append(s.runes, lo, hi)
}

// Runes that have a case are between these.
const (
	minCased = 0x0041
	maxCased = 0x1e943
)

// addRange adds the runes from lo to hi, with FoldCase in all their cases.
func (s *classSet) addRange(lo, hi rune, flags Flags) {
	s.add(lo, hi)
	if flags&FoldCase == 0 || lo <= minCased && hi >= maxCased {
		return
	}
	for c := max(lo, minCased); c <= min(hi, maxCased); c++ {
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			s.add(f, f)
		}
	}
}

// sorted returns the set as ascending pairs that do not touch.
func (s *classSet) sorted() []rune {
	for i := 2; ; i += 2 {
		if i >= len(s.runes) {
			return s.runes // it is already
		}
		if s.runes[i] <= s.runes[i-1]+1 {
			break
		}
	}
	pairs := make([][2]rune, len(s.runes)/2)
	for i := range pairs {
		pairs[i] = [2]rune{s.runes[2*i], s.runes[2*i+1]}
	}
	sort.Slice(pairs, func(i, j int) bool { return pairs[i][0] < pairs[j][0] })
	out := make([]rune, 0, len(s.runes))
	for _, p := range pairs {
		if n := len(out); n > 0 && p[0] <= out[n-1]+1 {
			out[n-1] = max(out[n-1], p[1])
		} else {
			out = append(out, p[0], p[1])
		}
	}
	return out
}

// complement returns the runes that are not in a sorted set.
func complement(runes []rune) []rune {
	var out []rune
	next := rune(0)
	for i := 0; i < len(runes); i += 2 {
		if next < runes[i] {
			out = append(out, next, runes[i]-1)
		}
		next = runes[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

func (s *classSet) addSorted(runes []rune) {
	for i := 0; i < len(runes); i += 2 {
		s.add(runes[i], runes[i+1])
	}
}

func (s *classSet) addTable(t *unicode.RangeTable) {
	for _, r := range t.R16 {
		s.addStrided(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		s.addStrided(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
}

func (s *classSet) addStrided(lo, hi, stride rune) {
	if stride == 1 {
		s.add(lo, hi)
		return
	}
	for r := lo; r <= hi; r += stride {
		s.add(r, r)
	}
}

// classNode returns a node for a set: a literal if it is one rune in one case or in all.
func classNode(runes []rune, flags Flags) *Regexp {
	n := len(runes)
	if n == 2 && runes[0] == runes[1] {
		return &Regexp{Op: OpLiteral, Flags: flags &^ FoldCase, Rune: runes[:1]}
	}
	other := rune(-1) // of two
	if n == 2 && runes[0]+1 == runes[1] {
		other = runes[1]
	} else if n == 4 && runes[0] == runes[1] && runes[2] == runes[3] {
		other = runes[2]
	}
	if other >= 0 && unicode.SimpleFold(runes[0]) == other && unicode.SimpleFold(other) == runes[0] {
		return &Regexp{Op: OpLiteral, Flags: flags | FoldCase, Rune: runes[:1]}
	}
	return &Regexp{Op: OpCharClass, Flags: flags, Rune: runes}
}
