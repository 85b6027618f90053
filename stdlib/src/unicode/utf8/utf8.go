// Package utf8 encodes and decodes UTF-8.
//
// A rune of n bytes starts with n leading one bits (none for n == 1); each following byte starts with 10. What
// is not the shortest form, encodes a surrogate or lies above MaxRune is an error: it decodes to RuneError with
// width 1.
package utf8

// Numbers of the encoding.
const (
	RuneError = '\uFFFD'     // stands for what is no rune, and is a valid rune itself
	RuneSelf  = 0x80         // runes below are one byte: themselves
	MaxRune   = '\U0010FFFF' // the last rune
	UTFMax    = 4            // bytes a rune takes at most
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// leadSize returns the length of a sequence that starts with c, a byte from 0x80 up, and the range of its
// second byte, which rules out overlong forms, surrogates and runes above MaxRune; 0 if no sequence does.
func leadSize(c byte) (n int, lo, hi byte) {
	switch {
	case c < 0xC2:
		return 0, 0, 0
	case c < 0xE0:
		return 2, 0x80, 0xBF
	case c < 0xF0:
		if c == 0xE0 {
			return 3, 0xA0, 0xBF
		}
		if c == 0xED {
			return 3, 0x80, 0x9F
		}
		return 3, 0x80, 0xBF
	case c < 0xF5:
		if c == 0xF0 {
			return 4, 0x90, 0xBF
		}
		if c == 0xF4 {
			return 4, 0x80, 0x8F
		}
		return 4, 0x80, 0xBF
	}
	return 0, 0, 0
}

// DecodeRune returns the first rune in p and its width in bytes: RuneError and 0 if p is empty, RuneError and 1
// if p starts with invalid bytes.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	c := p[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	n, lo, hi := leadSize(c)
	if n == 0 || len(p) < n || p[1] < lo || p[1] > hi {
		return RuneError, 1
	}
	if n == 2 {
		return rune(c&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if p[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if n == 3 {
		return rune(c&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if p[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune of a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	c := s[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	n, lo, hi := leadSize(c)
	if n == 0 || len(s) < n || s[1] < lo || s[1] > hi {
		return RuneError, 1
	}
	if n == 2 {
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	}
	if s[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if n == 3 {
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if s[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// FullRune reports whether p starts with a whole rune. Invalid bytes are whole: they decode to RuneError.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	if p[0] < RuneSelf {
		return true
	}
	n, lo, hi := leadSize(p[0])
	if len(p) >= n {
		return true
	}
	if len(p) > 1 && (p[1] < lo || p[1] > hi) {
		return true
	}
	return len(p) > 2 && p[2]&0xC0 != 0x80
}

// FullRuneInString is FullRune of a string.
func FullRuneInString(s string) bool {
	if len(s) > UTFMax {
		s = s[:UTFMax]
	}
	return FullRune([]byte(s))
}

// DecodeLastRune returns the last rune in p and its width, with DecodeRune's conventions.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if c := p[end-1]; c < RuneSelf {
		return rune(c), 1
	}
	// A sequence that ends at the end starts at most UTFMax bytes before.
	for start := end - 1; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(p[start]) {
			if r, n := DecodeRune(p[start:]); start+n == end {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune of a string.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if c := s[end-1]; c < RuneSelf {
		return rune(c), 1
	}
	for start := end - 1; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(s[start]) {
			if r, n := DecodeRuneInString(s[start:]); start+n == end {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen returns how many bytes encode r, -1 if r is no valid rune.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		if surrogateMin <= r && r <= surrogateMax {
			return -1
		}
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r to p, which must be large enough, and returns the number of bytes. An invalid r is
// written as RuneError.
func EncodeRune(p []byte, r rune) int {
	n := RuneLen(r)
	switch n {
	case 1:
		p[0] = byte(r)
		return 1
	case 2:
		p[1] = 0x80 | byte(r)&0x3F
		p[0] = 0xC0 | byte(r>>6)
		return 2
	case 4:
		p[3] = 0x80 | byte(r)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[0] = 0xF0 | byte(r>>18)
		return 4
	case -1:
		r = RuneError
	}
	p[2] = 0x80 | byte(r)&0x3F
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[0] = 0xE0 | byte(r>>12)
	return 3
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	if 0 <= r && r < RuneSelf {
		return append(p, byte(r))
	}
	switch RuneLen(r) {
	case 2:
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	case 4:
		return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case -1:
		r = RuneError
	}
	return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
}

// RuneCount returns the number of runes in p. Each invalid byte counts as one.
func RuneCount(p []byte) int { return countRunes(p) }

// RuneCountInString is RuneCount of a string.
func RuneCountInString(s string) int { return countRunesInString(s) }

// RuneStart reports whether b can be the first byte of a rune's encoding (valid or not).
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is entirely valid UTF-8.
func Valid(p []byte) bool { return validBytes(p) }

// ValidString is Valid of a string.
func ValidString(s string) bool { return validString(s) }

// ValidRune reports whether r can be encoded: in range and no surrogate.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
