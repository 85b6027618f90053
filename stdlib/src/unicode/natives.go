package unicode

// Bits of classOf, as stdlib/native/unicode_data.h numbers them.
const (
	classUpper = 1 << iota
	classLower
	classTitle
	classLetter
	classMark
	classDigit
	classNumber
	classPunct
	classSymbol
	classSpaceSeparator

	classPrint   = classLetter | classMark | classNumber | classPunct | classSymbol
	classGraphic = classPrint | classSpaceSeparator
)

// classOf returns what the general category of r says.
func classOf(r rune) uint32

// toCase maps r to UpperCase, LowerCase or TitleCase (checked by the caller).
func toCase(which int, r rune) rune

// SimpleFold returns the next rune, cyclically in order of their values, of those that are equal to r under
// simple case folding: r itself if there is no other.
func SimpleFold(r rune) rune

// tableSize says what table id, a number of the generated tables, holds.
func tableSize(id int) (r16, r32, latinOffset int)

// fillTable copies the ranges of table id. REQUIRES: the slices have the lengths tableSize gave.
func fillTable(id int, r16 []Range16, r32 []Range32)

// fillCaseRanges copies the case ranges. REQUIRES: len(ranges) == caseRangeCount.
func fillCaseRanges(ranges []CaseRange)

// search16 and search32 report whether x is in one of the sorted ranges.
func search16(ranges []Range16, x uint16) bool

func search32(ranges []Range32, x uint32) bool
