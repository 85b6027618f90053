package strings

import (
	"internal/bytealg"
	"unicode/utf8"
)

// Index returns the index of the first substr in s, -1 if there is none.
func Index(s, substr string) int { return bytealg.IndexString(s, substr) }

// LastIndex returns the index of the last substr in s, -1 if there is none.
func LastIndex(s, substr string) int { return bytealg.LastIndexString(s, substr) }

// IndexByte returns the index of the first c in s, -1 if there is none.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// LastIndexByte returns the index of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByteString(s, c) }

// IndexRune returns the index of the first r in s, -1 if there is none. RuneError is also found where the bytes
// are invalid; what is no rune is never found.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByteString(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return bytealg.IndexRuneString(s, r)
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

// IndexAny returns the index of the first rune in s that is one of chars, -1 if there is none.
func IndexAny(s, chars string) int {
	if len(chars) == 1 && chars[0] < utf8.RuneSelf {
		return bytealg.IndexByteString(s, chars[0])
	}
	if set, ok := makeASCIISet(chars); ok {
		for i := 0; i < len(s); i++ {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for i, r := range s {
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny returns the index of the last rune in s that is one of chars, -1 if there is none.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	if set, ok := makeASCIISet(chars); ok {
		for i := len(s) - 1; i >= 0; i-- {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if IndexRune(chars, r) >= 0 {
			return len(s)
		}
	}
	return -1
}

// IndexFunc returns the index of the first rune in s that f accepts, -1 if there is none.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// indexFunc finds the first rune for which f says want.
func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

// LastIndexFunc returns the index of the last rune in s that f accepts, -1 if there is none.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if f(r) == want {
			return len(s)
		}
	}
	return -1
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return bytealg.IndexString(s, substr) >= 0 }

// ContainsAny reports whether one of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f accepts a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return indexFunc(s, f, true) >= 0 }

// HasPrefix reports whether s starts with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Count returns how many times substr is in s, without overlaps. An empty substr is found before each rune and
// at the end.
func Count(s, substr string) int {
	if len(substr) == 0 {
		return utf8.RuneCountInString(s) + 1
	}
	if len(substr) == 1 {
		return bytealg.CountString(s, substr[0])
	}
	n := 0
	for {
		i := bytealg.IndexString(s, substr)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(substr):]
	}
}

// Compare orders a and b by bytes: -1, 0 or 1.
func Compare(a, b string) int { return bytealg.CompareString(a, b) }

// EqualFold reports whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t string) bool { return bytealg.EqualFold(s, t) }
