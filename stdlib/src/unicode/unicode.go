// Package unicode tells what kind of character a rune is and maps between cases.
//
// The data live in the C++ side, in generated tables: questions about a rune outside ASCII are natives. The
// exported tables (tables.go) are for callers that name one or walk through it.
package unicode

const (
	MaxRune         = '\U0010FFFF' // the last rune
	ReplacementChar = '\uFFFD'     // stands for what is no rune
	MaxASCII        = '\u007F'     // the last ASCII character
	MaxLatin1       = '\u00FF'     // the last Latin-1 character
)

// RangeTable is a set of runes: sorted ranges without overlaps. LatinOffset is how many of R16 end below 0x100.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
}

// Range16 is every Stride-th rune from Lo to Hi, both included.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is a range of runes that 16 bits may not hold.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// rangeTable makes one of the exported tables.
func rangeTable(id int) *RangeTable {
	n16, n32, latinOffset := tableSize(id)
	t := &RangeTable{R16: make([]Range16, n16), LatinOffset: latinOffset}
	if n32 > 0 {
		t.R32 = make([]Range32, n32)
	}
	fillTable(id, t.R16, t.R32)
	return t
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if n := len(rangeTab.R16); n > 0 && uint32(r) <= uint32(rangeTab.R16[n-1].Hi) {
		return search16(rangeTab.R16, uint16(r))
	}
	if n := len(rangeTab.R32); n > 0 && uint32(r) >= rangeTab.R32[0].Lo {
		return search32(rangeTab.R32, uint32(r))
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf is In with the tables in a slice.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// GraphicRanges are the tables of what IsGraphic accepts.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are the tables of what IsPrint accepts, but for the ASCII space.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space separator.
func IsGraphic(r rune) bool {
	if r <= MaxASCII {
		return ' ' <= r && r < 0x7F
	}
	return classOf(r)&classGraphic != 0
}

// IsPrint reports whether r is graphic and, if a space, U+0020.
func IsPrint(r rune) bool {
	if r <= MaxASCII {
		return ' ' <= r && r < 0x7F
	}
	return classOf(r)&classPrint != 0
}

// IsControl reports whether r is a control character. Others that show nothing, such as surrogates, are not.
func IsControl(r rune) bool { return 0 <= r && r < ' ' || 0x7F <= r && r < 0xA0 }

// IsLetter reports whether r is in category L.
func IsLetter(r rune) bool {
	if r <= MaxASCII {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return classOf(r)&classLetter != 0
}

// IsMark reports whether r is in category M.
func IsMark(r rune) bool { return r > MaxASCII && classOf(r)&classMark != 0 }

// IsNumber reports whether r is in category N.
func IsNumber(r rune) bool {
	if r <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return classOf(r)&classNumber != 0
}

// IsDigit reports whether r is a decimal digit, category Nd.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return classOf(r)&classDigit != 0
}

// IsPunct reports whether r is in category P.
func IsPunct(r rune) bool { return classOf(r)&classPunct != 0 }

// IsSymbol reports whether r is in category S.
func IsSymbol(r rune) bool { return classOf(r)&classSymbol != 0 }

// IsSpace reports whether r has the property White_Space.
func IsSpace(r rune) bool {
	if r <= MaxLatin1 {
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	}
	return r == 0x1680 || 0x2000 <= r && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F ||
		r == 0x205F || r == 0x3000
}

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool {
	if r <= MaxASCII {
		return 'A' <= r && r <= 'Z'
	}
	return classOf(r)&classUpper != 0
}

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool {
	if r <= MaxASCII {
		return 'a' <= r && r <= 'z'
	}
	return classOf(r)&classLower != 0
}

// IsTitle reports whether r is a title case letter.
func IsTitle(r rune) bool { return r > MaxASCII && classOf(r)&classTitle != 0 }
