package bytes

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// All results here are new slices: none shares memory with an argument.

// Clone returns a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Repeat returns count copies of b in a row.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	size := len(b) * count
	if size/count != len(b) {
		panic("bytes: Repeat count causes overflow")
	}
	out := make([]byte, size)
	// What is there already is copied behind itself: a step for each doubling.
	for n := copy(out, b); n < size; n *= 2 {
		copy(out[n:], out[:n])
	}
	return out
}

// Replace returns s with the first n old replaced by new, all if n < 0. An empty old is found before each rune
// and at the end.
func Replace(s, old, new []byte, n int) []byte {
	most := 0
	if n != 0 {
		most = Count(s, old)
	}
	if most == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || n > most {
		n = most
	}
	out := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if len(old) > 0 {
			at = bytealg.Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRune(s)
		}
		out = append(out, s[:at]...)
		out = append(out, new...)
		s = s[at+len(old):]
	}
	return append(out, s...)
}

// ReplaceAll returns s with every old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map returns s with each rune replaced by what mapping says, dropped if that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		i += n
		if r = mapping(r); r >= 0 {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// Runes returns the runes of s.
func Runes(s []byte) []rune { return []rune(bytealg.String(s)) }

// ToUpper returns s with all letters in upper case.
func ToUpper(s []byte) []byte {
	if t, ok := bytealg.ToUpperASCII(bytealg.String(s)); ok {
		return []byte(t)
	}
	return Map(unicode.ToUpper, s)
}

// ToLower returns s with all letters in lower case.
func ToLower(s []byte) []byte {
	if t, ok := bytealg.ToLowerASCII(bytealg.String(s)); ok {
		return []byte(t)
	}
	return Map(unicode.ToLower, s)
}

// ToTitle returns s with all letters in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by c's mappings first.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by c's mappings first.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by c's mappings first.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement []byte) []byte {
	out := make([]byte, 0, len(s)+len(replacement))
	inRun := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		invalid := r == utf8.RuneError && n == 1
		if !invalid {
			out = append(out, s[i:i+n]...)
		} else if !inRun {
			out = append(out, replacement...)
		}
		inRun = invalid
		i += n
	}
	return out
}

// separatesWords tells what Title takes for the end of a word: in ASCII all but letters, digits and underscore,
// elsewhere white space.
func separatesWords(r rune) bool {
	if r < utf8.RuneSelf {
		lower := r | 0x20
		return !('a' <= lower && lower <= 'z' || '0' <= r && r <= '9' || r == '_')
	}
	return unicode.IsSpace(r)
}

// Title returns s with the first letter of each word in title case.
//
// Deprecated: it knows too little of punctuation in Unicode.
func Title(s []byte) []byte {
	previous := ' '
	return Map(func(r rune) rune {
		atStart := separatesWords(previous)
		previous = r
		if atStart {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}
