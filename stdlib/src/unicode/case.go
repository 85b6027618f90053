package unicode

// The cases that To maps to: indices into CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower in a Delta says that a range alternates, upper case first.
const UpperLower = MaxRune + 1

// CaseRange says what to add to the runes from Lo to Hi to map them to each case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// d is not exported: callers only index it.
type d [MaxCase]rune

// CaseRanges are the mappings of all letters that have cases.
var CaseRanges = allCaseRanges()

func allCaseRanges() []CaseRange {
	ranges := make([]CaseRange, caseRangeCount)
	fillCaseRanges(ranges)
	return ranges
}

// To maps r to UpperCase, LowerCase or TitleCase; any other case gives U+FFFD.
func To(_case int, r rune) rune {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar
	}
	return toCase(_case, r)
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return toCase(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if r <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return toCase(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return toCase(TitleCase, r)
}

// SpecialCase is a language's own mappings, which go before the general ones.
type SpecialCase []CaseRange

// find maps r by the ranges; false if none of them holds it.
func (special SpecialCase) find(which int, r rune) (rune, bool) {
	lo, hi := 0, len(special)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		c := &special[mid]
		switch {
		case uint32(r) < c.Lo:
			hi = mid
		case uint32(r) > c.Hi:
			lo = mid + 1
		default:
			delta := c.Delta[which]
			if delta <= MaxRune {
				return r + delta, true
			}
			first := rune(c.Lo)
			return first + (r-first)&^1 | rune(which&1), true
		}
	}
	return r, false
}

// ToUpper maps r to upper case, by the language's mapping first.
func (special SpecialCase) ToUpper(r rune) rune {
	if mapped, found := special.find(UpperCase, r); found {
		return mapped
	}
	return ToUpper(r)
}

// ToTitle maps r to title case, by the language's mapping first.
func (special SpecialCase) ToTitle(r rune) rune {
	if mapped, found := special.find(TitleCase, r); found {
		return mapped
	}
	return ToTitle(r)
}

// ToLower maps r to lower case, by the language's mapping first.
func (special SpecialCase) ToLower(r rune) rune {
	if mapped, found := special.find(LowerCase, r); found {
		return mapped
	}
	return ToLower(r)
}

// TurkishCase is the dotted and the dotless i.
var TurkishCase SpecialCase = SpecialCase{
	CaseRange{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
	CaseRange{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	CaseRange{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
	CaseRange{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

// AzeriCase is the same as Turkish.
var AzeriCase SpecialCase = TurkishCase
