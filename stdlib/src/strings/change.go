package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// Clone returns a copy of s in memory of its own.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return bytealg.String([]byte(s))
}

// Repeat returns count copies of s in a row.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if count == 0 || s == "" {
		return ""
	}
	size := len(s) * count
	if size/count != len(s) {
		panic("strings: Repeat count causes overflow")
	}
	out := make([]byte, size)
	// What is there already is copied behind itself: a step for each doubling.
	for n := copy(out, s); n < size; n *= 2 {
		copy(out[n:], out[:n])
	}
	return bytealg.String(out)
}

// Replace returns s with the first n old replaced by new, all if n < 0. An empty old is found before each rune
// and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	most := Count(s, old)
	if most == 0 {
		return s
	}
	if n < 0 || n > most {
		n = most
	}
	out := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if old != "" {
			at = bytealg.IndexString(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRuneInString(s)
		}
		out = append(out, s[:at]...)
		out = append(out, new...)
		s = s[at+len(old):]
	}
	out = append(out, s...)
	return bytealg.String(out)
}

// ReplaceAll returns s with every old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map returns s with each rune replaced by what mapping says, dropped if that is negative.
func Map(mapping func(rune) rune, s string) string {
	var out []byte // nil as long as nothing changed
	changed := false
	for i, r := range s {
		mapped := mapping(r)
		if !changed {
			if mapped == r && (r != utf8.RuneError || isEncodedError(s[i:])) {
				continue
			}
			changed = true
			out = make([]byte, i, len(s)+utf8.UTFMax)
			copy(out, s)
		}
		if mapped >= 0 {
			out = utf8.AppendRune(out, mapped)
		}
	}
	if !changed {
		return s
	}
	return bytealg.String(out)
}

// isEncodedError tells a U+FFFD in s from invalid bytes, which range shows as the same.
func isEncodedError(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return n > 1
}

// ToUpper returns s with all letters in upper case.
func ToUpper(s string) string {
	if t, ok := bytealg.ToUpperASCII(s); ok {
		return t
	}
	return Map(unicode.ToUpper, s)
}

// ToLower returns s with all letters in lower case.
func ToLower(s string) string {
	if t, ok := bytealg.ToLowerASCII(s); ok {
		return t
	}
	return Map(unicode.ToLower, s)
}

// ToTitle returns s with all letters in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by c's mappings first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by c's mappings first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by c's mappings first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	out := make([]byte, 0, len(s)+len(replacement))
	inRun := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		invalid := r == utf8.RuneError && n == 1
		if !invalid {
			out = append(out, s[i:i+n]...)
		} else if !inRun {
			out = append(out, replacement...)
		}
		inRun = invalid
		i += n
	}
	return bytealg.String(out)
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
func Title(s string) string {
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
