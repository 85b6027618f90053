package strings

import (
	"internal/bytealg"
	"unicode/utf8"
)

// Split cuts s at every sep and returns what lies between; an empty sep cuts after each rune.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces, the last one uncut; n < 0 is no limit and n == 0 gives nil.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter cuts s after every sep.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into at most n pieces.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split cuts s at sep, of which each piece keeps the first keep bytes.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return splitRunes(s, n)
	}
	if most := Count(s, sep) + 1; n < 0 || n > most {
		n = most
	}
	pieces := make([]string, n)
	for i := 0; i < n-1; i++ {
		at := bytealg.IndexString(s, sep)
		pieces[i] = s[:at+keep]
		s = s[at+len(sep):]
	}
	pieces[n-1] = s
	return pieces
}

// splitRunes cuts after each rune; invalid bytes become U+FFFD, except in the last piece.
func splitRunes(s string, n int) []string {
	if most := utf8.RuneCountInString(s); n < 0 || n > most {
		n = most
	}
	pieces := make([]string, n)
	for i := 0; i < n-1; i++ {
		r, width := utf8.DecodeRuneInString(s)
		pieces[i] = s[:width]
		if r == utf8.RuneError {
			pieces[i] = string(r)
		}
		s = s[width:]
	}
	if n > 0 {
		pieces[n-1] = s
	}
	return pieces
}

// Fields returns the pieces of s between runs of white space.
func Fields(s string) []string {
	fields := make([]string, 0, bytealg.CountFields(s))
	var bounds [64]int
	for from := 0; len(fields) < cap(fields); {
		n := bytealg.Fields(s, from, bounds[:])
		for i := 0; i < n; i += 2 {
			from = bounds[i+1]
			fields = append(fields, s[bounds[i]:from])
		}
	}
	return fields
}

// FieldsFunc returns the pieces of s between runs of runes that f accepts. f must answer alike each time.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := make([]string, 0, 8)
	start := -1 // of the piece that has begun
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// Join returns the elements with sep between them.
func Join(elems []string, sep string) string {
	if len(elems) == 0 {
		return ""
	}
	if len(elems) == 1 {
		return elems[0]
	}
	size := len(sep) * (len(elems) - 1)
	for _, s := range elems {
		size += len(s)
	}
	out := make([]byte, 0, size)
	out = append(out, elems[0]...)
	for _, s := range elems[1:] {
		out = append(out, sep...)
		out = append(out, s...)
	}
	return bytealg.String(out)
}

// Cut returns what is before and after the first sep in s; without one, s, "" and false.
func Cut(s, sep string) (before, after string, found bool) {
	if i := bytealg.IndexString(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix and whether it was there.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix and whether it was there.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// TrimPrefix returns s without prefix, if it starts with it.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix, if it ends with it.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// TrimSpace returns s without the white space around it.
func TrimSpace(s string) string {
	start, end := bytealg.TrimSpaceBounds(s)
	return s[start:end]
}

// Trim returns s without the runes around it that are in cutset.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without the runes at its start that are in cutset.
func TrimLeft(s, cutset string) string {
	if set, ok := makeASCIISet(cutset); ok {
		i := 0
		for i < len(s) && set.has(s[i]) {
			i++
		}
		return s[i:]
	}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[n:]
	}
	return s
}

// TrimRight returns s without the runes at its end that are in cutset.
func TrimRight(s, cutset string) string {
	if set, ok := makeASCIISet(cutset); ok {
		n := len(s)
		for n > 0 && set.has(s[n-1]) {
			n--
		}
		return s[:n]
	}
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimFunc returns s without the runes around it that f accepts.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the runes at its start that f accepts.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without the runes at its end that f accepts.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i+n]
}
