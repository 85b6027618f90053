// Package utf16 encodes and decodes UTF-16: runes from 0x10000 up are pairs of surrogates.
package utf16

const (
	highStart = 0xD800 // first high surrogate, the first of a pair
	lowStart  = 0xDC00 // first low surrogate, the second of a pair
	lowEnd    = 0xE000 // after the last low surrogate
	pairBase  = 0x10000
	maxRune   = '\U0010FFFF'
	runeError = '\uFFFD'
)

// IsSurrogate reports whether r can appear in a surrogate pair.
func IsSurrogate(r rune) bool { return highStart <= r && r < lowEnd }

// DecodeRune returns the rune that the pair r1, r2 encodes, U+FFFD if it is not a valid pair.
func DecodeRune(r1, r2 rune) rune {
	if highStart <= r1 && r1 < lowStart && lowStart <= r2 && r2 < lowEnd {
		return (r1-highStart)<<10 | (r2 - lowStart) + pairBase
	}
	return runeError
}

// EncodeRune returns the pair that encodes r, U+FFFD twice if r needs no pair or is invalid.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < pairBase || r > maxRune {
		return runeError, runeError
	}
	r -= pairBase
	return highStart + r>>10, lowStart + r&0x3FF
}

// Encode returns the encoding of s. Invalid runes become U+FFFD.
func Encode(s []rune) []uint16 {
	n := len(s)
	for _, r := range s {
		if pairBase <= r && r <= maxRune {
			n++
		}
	}
	units := make([]uint16, 0, n)
	for _, r := range s {
		units = AppendRune(units, r)
	}
	return units
}

// AppendRune appends the encoding of r to a.
func AppendRune(a []uint16, r rune) []uint16 {
	switch {
	case 0 <= r && r < highStart, lowEnd <= r && r < pairBase:
		return append(a, uint16(r))
	case pairBase <= r && r <= maxRune:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, runeError)
}

// Decode returns the runes that s encodes. Surrogates outside pairs become U+FFFD.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			if i+1 < len(s) && r < lowStart && lowStart <= s[i+1] && s[i+1] < lowEnd {
				i++
				r = DecodeRune(r, rune(s[i]))
			} else {
				r = runeError
			}
		}
		runes = append(runes, r)
	}
	return runes
}

// RuneLen returns how many words the encoding of r has, -1 if r is invalid.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < highStart, lowEnd <= r && r < pairBase:
		return 1
	case pairBase <= r && r <= maxRune:
		return 2
	}
	return -1
}
