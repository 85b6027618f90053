package bytes

import (
	"internal/bytealg"
	"unicode/utf8"
)

// The pieces that the functions of this file return are parts of s. Their capacity ends with them, so that
// appending to one does not overwrite the next.

// Split cuts s at every sep and returns what lies between; an empty sep cuts after each rune.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces, the last one uncut; n < 0 is no limit and n == 0 gives nil.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter cuts s after every sep.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into at most n pieces.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// split cuts s at sep, of which each piece keeps the first keep bytes.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return splitRunes(s, n)
	}
	if most := Count(s, sep) + 1; n < 0 || n > most {
		n = most
	}
	pieces := make([][]byte, n)
	for i := 0; i < n-1; i++ {
		at := bytealg.Index(s, sep)
		pieces[i] = s[: at+keep : at+keep]
		s = s[at+len(sep):]
	}
	pieces[n-1] = s
	return pieces
}

func splitRunes(s []byte, n int) [][]byte {
	if most := utf8.RuneCount(s); n < 0 || n > most {
		n = most
	}
	pieces := make([][]byte, n)
	for i := range pieces {
		_, width := utf8.DecodeRune(s)
		if i == n-1 {
			width = len(s)
		}
		pieces[i] = s[:width:width]
		s = s[width:]
	}
	return pieces
}

// Fields returns the pieces of s between runs of white space.
func Fields(s []byte) [][]byte {
	text := bytealg.String(s)
	fields := make([][]byte, 0, bytealg.CountFields(text))
	var bounds [64]int
	for from := 0; len(fields) < cap(fields); {
		n := bytealg.Fields(text, from, bounds[:])
		for i := 0; i < n; i += 2 {
			from = bounds[i+1]
			fields = append(fields, s[bounds[i]:from:from])
		}
	}
	return fields
}

// FieldsFunc returns the pieces of s between runs of runes that f accepts. f must answer alike each time.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := make([][]byte, 0, 8)
	start := -1 // of the piece that has begun
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
		i += n
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

// Join returns a new slice of the elements of s with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	if len(s) == 1 {
		return append([]byte(nil), s[0]...)
	}
	size := len(sep) * (len(s) - 1)
	for _, piece := range s {
		size += len(piece)
	}
	out := make([]byte, 0, size)
	out = append(out, s[0]...)
	for _, piece := range s[1:] {
		out = append(out, sep...)
		out = append(out, piece...)
	}
	return out
}

// Cut returns what is before and after the first sep in s; without one, s, nil and false.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := bytealg.Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix and whether it was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix and whether it was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// TrimPrefix returns s without prefix, if it starts with it.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix, if it ends with it.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// TrimSpace returns s without the white space around it, nil if there is nothing else.
func TrimSpace(s []byte) []byte {
	start, end := bytealg.TrimSpaceBounds(bytealg.String(s))
	if start == end {
		return nil
	}
	return s[start:end]
}

// Trim returns s without the runes around it that are in cutset, nil if that is nothing.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	return trimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft returns s without the runes at its start that are in cutset, nil if that is nothing.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	set, isASCII := makeASCIISet(cutset)
	for len(s) > 0 {
		r, n := rune(s[0]), 1
		if isASCII {
			if !set.has(s[0]) {
				break
			}
		} else {
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRune(s)
			}
			if !runeIn(cutset, r) {
				break
			}
		}
		s = s[n:]
	}
	if len(s) == 0 {
		return nil
	}
	return s
}

// TrimRight returns s without the runes at its end that are in cutset.
func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 || cutset == "" {
		return s
	}
	return trimRight(s, cutset)
}

func trimRight(s []byte, cutset string) []byte {
	set, isASCII := makeASCIISet(cutset)
	for len(s) > 0 {
		r, n := rune(s[len(s)-1]), 1
		if isASCII {
			if !set.has(s[len(s)-1]) {
				break
			}
		} else {
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeLastRune(s)
			}
			if !runeIn(cutset, r) {
				break
			}
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimFunc returns s without the runes around it that f accepts.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the runes at its start that f accepts, nil if that is nothing.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := indexFunc(s, f, false)
	if i < 0 {
		return nil
	}
	return s[i:]
}

// TrimRightFunc returns s without the runes at its end that f accepts.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, n := utf8.DecodeRune(s[i:])
	return s[:i+n]
}
