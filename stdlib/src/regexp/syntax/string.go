package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

func itoa(n int) string { return strconv.Itoa(n) }

// String returns an expression whose tree this is.
func (re *Regexp) String() string {
	var b strings.Builder
	re.write(&b)
	return b.String()
}

func (re *Regexp) write(b *strings.Builder) {
	switch re.Op {
	case OpNoMatch:
		b.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		b.WriteString(`(?:)`)
	case OpLiteral:
		re.writeLiteral(b)
	case OpCharClass:
		re.writeClass(b)
	case OpAnyCharNotNL:
		b.WriteString(`(?-s:.)`)
	case OpAnyChar:
		b.WriteString(`(?s:.)`)
	case OpBeginLine:
		b.WriteString(`(?m:^)`)
	case OpEndLine:
		b.WriteString(`(?m:$)`)
	case OpBeginText:
		b.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			b.WriteString(`(?-m:$)`)
		} else {
			b.WriteString(`\z`)
		}
	case OpWordBoundary:
		b.WriteString(`\b`)
	case OpNoWordBoundary:
		b.WriteString(`\B`)
	case OpCapture:
		b.WriteByte('(')
		if re.Name != "" {
			b.WriteString("?P<" + re.Name + ">")
		}
		if re.Sub[0].Op != OpEmptyMatch {
			re.Sub[0].write(b)
		}
		b.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		re.writeRepeat(b)
	case OpConcat:
		for _, sub := range re.Sub {
			sub.writeGrouped(b, sub.Op == OpAlternate)
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			sub.write(b)
		}
	default:
		b.WriteString("<invalid op" + strconv.Itoa(int(re.Op)) + ">")
	}
}

func (re *Regexp) writeGrouped(b *strings.Builder, group bool) {
	if !group {
		re.write(b)
		return
	}
	b.WriteString(`(?:`)
	re.write(b)
	b.WriteByte(')')
}

func (re *Regexp) writeLiteral(b *strings.Builder) {
	if re.Flags&FoldCase != 0 {
		b.WriteString(`(?i:`)
		defer b.WriteByte(')')
	}
	for _, r := range re.Rune {
		writeRune(b, r, false)
	}
}

func (re *Regexp) writeClass(b *strings.Builder) {
	if len(re.Rune)%2 != 0 {
		b.WriteString(`[invalid char class]`)
		return
	}
	b.WriteByte('[')
	defer b.WriteByte(']')
	n := len(re.Rune)
	switch {
	case n == 0:
		b.WriteString(`^\x00-\x{10FFFF}`)
	case re.Rune[0] == 0 && re.Rune[n-1] == unicode.MaxRune && n > 2:
		// More is in it than out of it, presumably.
		b.WriteByte('^')
		for i := 1; i < n-1; i += 2 {
			writeRange(b, re.Rune[i]+1, re.Rune[i+1]-1)
		}
	default:
		for i := 0; i < n; i += 2 {
			writeRange(b, re.Rune[i], re.Rune[i+1])
		}
	}
}

func writeRange(b *strings.Builder, lo, hi rune) {
	writeRune(b, lo, lo == '-')
	if lo != hi {
		b.WriteByte('-')
		writeRune(b, hi, hi == '-')
	}
}

func (re *Regexp) writeRepeat(b *strings.Builder) {
	sub := re.Sub[0]
	sub.writeGrouped(b, sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1)
	switch re.Op {
	case OpStar:
		b.WriteByte('*')
	case OpPlus:
		b.WriteByte('+')
	case OpQuest:
		b.WriteByte('?')
	case OpRepeat:
		b.WriteString("{" + itoa(re.Min))
		if re.Max != re.Min {
			b.WriteByte(',')
			if re.Max >= 0 {
				b.WriteString(itoa(re.Max))
			}
		}
		b.WriteByte('}')
	}
	if re.Flags&NonGreedy != 0 {
		b.WriteByte('?')
	}
}

// special are the characters that do not stand for themselves.
const special = `\.+*?()|[]{}^$`

func writeRune(b *strings.Builder, r rune, escape bool) {
	if unicode.IsPrint(r) {
		if escape || strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		return
	}
	if i := strings.IndexRune("\a\f\n\r\t\v", r); i >= 0 {
		b.WriteByte('\\')
		b.WriteByte("afnrtv"[i])
		return
	}
	hex := strconv.FormatInt(int64(r), 16)
	if r < 0x100 {
		b.WriteString(`\x` + "00"[len(hex):] + hex)
		return
	}
	b.WriteString(`\x{` + hex + `}`)
}
