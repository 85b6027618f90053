// Package bytes searches, cuts, joins and maps UTF-8 in byte slices: package strings for memory that changes.
package bytes

import (
	"internal/bytealg"
	"unicode/utf8"
)

// Equal reports whether a and b hold the same bytes; nil equals empty.
func Equal(a, b []byte) bool { return bytealg.Equal(a, b) }

// Compare orders a and b by bytes: -1, 0 or 1.
func Compare(a, b []byte) int { return bytealg.Compare(a, b) }

// EqualFold reports whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t []byte) bool { return bytealg.EqualFold(bytealg.String(s), bytealg.String(t)) }

// Index returns the index of the first sep in s, -1 if there is none.
func Index(s, sep []byte) int { return bytealg.Index(s, sep) }

// LastIndex returns the index of the last sep in s, -1 if there is none.
func LastIndex(s, sep []byte) int { return bytealg.LastIndex(s, sep) }

// IndexByte returns the index of the first c in b, -1 if there is none.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(b, c) }

// LastIndexByte returns the index of the last c in s, -1 if there is none.
func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByte(s, c) }

// IndexRune returns the index of the first r in s, -1 if there is none. RuneError is also found where the bytes
// are invalid; what is no rune is never found.
func IndexRune(s []byte, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i := 0; i < len(s); {
			c, n := utf8.DecodeRune(s[i:])
			if c == utf8.RuneError {
				return i
			}
			i += n
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return bytealg.IndexRuneString(bytealg.String(s), r)
}

// asciiSet is a set of ASCII characters, a bit each.
type asciiSet [2]uint64

// makeASCIISet returns the set of chars; false if one is not ASCII.
func makeASCIISet(chars string) (set asciiSet, ok bool) {
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if c >= utf8.RuneSelf {
			return set, false
		}
		set[c>>6] |= 1 << (c & 63)
	}
	return set, true
}

func (set *asciiSet) has(c byte) bool { return c < utf8.RuneSelf && set[c>>6]>>(c&63)&1 != 0 }

// runeIn reports whether r is one of chars.
func runeIn(chars string, r rune) bool {
	for _, c := range chars {
		if c == r {
			return true
		}
	}
	return false
}

// IndexAny returns the index of the first rune in s that is one of chars, -1 if there is none.
func IndexAny(s []byte, chars string) int {
	if set, ok := makeASCIISet(chars); ok {
		for i, c := range s {
			if set.has(c) {
				return i
			}
		}
		return -1
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if runeIn(chars, r) {
			return i
		}
		i += n
	}
	return -1
}

// LastIndexAny returns the index of the last rune in s that is one of chars, -1 if there is none.
func LastIndexAny(s []byte, chars string) int {
	if set, ok := makeASCIISet(chars); ok {
		for i := len(s) - 1; i >= 0; i-- {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for len(s) > 0 {
		r, n := utf8.DecodeLastRune(s)
		s = s[:len(s)-n]
		if runeIn(chars, r) {
			return len(s)
		}
	}
	return -1
}

// IndexFunc returns the index of the first rune in s that f accepts, -1 if there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return indexFunc(s, f, true) }

// indexFunc finds the first rune for which f says want.
func indexFunc(s []byte, f func(r rune) bool, want bool) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if f(r) == want {
			return i
		}
		i += n
	}
	return -1
}

// LastIndexFunc returns the index of the last rune in s that f accepts, -1 if there is none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return lastIndexFunc(s, f, true) }

func lastIndexFunc(s []byte, f func(r rune) bool, want bool) int {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRune(s)
		s = s[:len(s)-n]
		if f(r) == want {
			return len(s)
		}
	}
	return -1
}

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return bytealg.Index(b, subslice) >= 0 }

// ContainsAny reports whether one of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f accepts a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return indexFunc(b, f, true) >= 0 }

// HasPrefix reports whether s starts with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && bytealg.Equal(s[:len(prefix)], prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && bytealg.Equal(s[len(s)-len(suffix):], suffix)
}

// Count returns how many times sep is in s, without overlaps. An empty sep is found before each rune and at the
// end.
func Count(s, sep []byte) int {
	if len(sep) == 0 {
		return utf8.RuneCount(s) + 1
	}
	if len(sep) == 1 {
		return bytealg.Count(s, sep[0])
	}
	n := 0
	for {
		i := bytealg.Index(s, sep)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(sep):]
	}
}
