package fmt

import (
	"internal/rtype"
	"unicode/utf8"
)

// numberMax bounds widths, precisions and indices of operands.
const numberMax = 1e6

// number parses the digits of s from start on; end is after them. A number far too large is none, and ends all.
func number(s string, start, limit int) (n int, ok bool, end int) {
	for end = start; end < limit && '0' <= s[end] && s[end] <= '9'; end++ {
		if n > numberMax {
			return 0, false, limit
		}
		n = n*10 + int(s[end]-'0')
		ok = true
	}
	return n, ok, end
}

// bracketed parses the [n] that s starts with: the index of operand n, and how much of s that takes.
func bracketed(s string) (index, size int, ok bool) {
	if len(s) < len("[1]") {
		return 0, 1, false
	}
	for i := 1; i < len(s); i++ {
		if s[i] == ']' {
			n, ok, end := number(s, 1, i)
			return n - 1, i + 1, ok && end == i
		}
	}
	return 0, 1, false
}

// operand returns which operand comes next, after a [n] at format[i:] if there is one (found).
func (p *printer) operand(next int, format string, i, count int) (index, newI int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return next, i, false
	}
	p.reordered = true
	index, size, ok := bracketed(format[i:])
	if ok && 0 <= index && index < count {
		return index, i + size, true
	}
	p.goodIndex = false
	return next, i + size, ok
}

// intOperand returns operand i as the width or precision that a * stands for.
func intOperand(a []any, i int) (n int, ok bool, next int) {
	if i >= len(a) {
		return 0, false, i
	}
	n, ok = a[i].(int)
	if !ok {
		switch v := rtype.ValueOf(a[i]); v.Kind() {
		case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
			n, ok = int(v.Int()), true
		case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
			n = int(v.Uint())
			ok = n >= 0
		}
	}
	if n > numberMax || n < -numberMax {
		n, ok = 0, false
	}
	return n, ok, i + 1
}

func (p *printer) printf(format string, a []any) {
	next := 0 // operand
	p.reordered = false
	for i := 0; i < len(format); {
		p.goodIndex = true
		start := i
		for i < len(format) && format[i] != '%' {
			i++
		}
		if i > start {
			p.writeString(format[start:i])
		}
		if i >= len(format) {
			break
		}
		i, next = p.directive(format, i+1, a, next)
	}
	if !p.reordered && next < len(a) {
		p.printExtra(a[next:])
	}
}

// printExtra reports operands that no verb wanted.
func (p *printer) printExtra(a []any) {
	p.flags = flags{}
	p.writeString("%!(EXTRA ")
	for i, arg := range a {
		if i > 0 {
			p.writeString(", ")
		}
		if arg == nil {
			p.writeString("<nil>")
		} else {
			p.writeString(rtype.TypeOf(arg).String())
			p.writeByte('=')
			p.printArg(arg, 'v')
		}
	}
	p.writeByte(')')
}

// directive executes one, from format[i:] behind its % on. It returns where the format goes on and which operand
// is the next.
func (p *printer) directive(format string, i int, a []any, next int) (int, int) {
	p.flags = flags{}
	i = p.parseFlags(format, i)
	if i < len(format) {
		// Mostly nothing but a verb follows.
		if c := format[i]; 'a' <= c && c <= 'z' && next < len(a) {
			p.verb(rune(c), a, next)
			return i + 1, next + 1
		}
	}
	next, i, indexed := p.operand(next, format, i, len(a))
	next, i, indexed = p.parseWidth(format, i, a, next, indexed)
	next, i, indexed = p.parsePrecision(format, i, a, next, indexed)
	if !indexed {
		next, i, _ = p.operand(next, format, i, len(a))
	}
	if i >= len(format) {
		p.writeString("%!(NOVERB)")
		return i, next
	}
	verb, size := rune(format[i]), 1
	if verb >= utf8.RuneSelf {
		verb, size = utf8.DecodeRuneInString(format[i:])
	}
	i += size
	switch {
	case verb == '%':
		p.writeByte('%') // whatever the flags
	case !p.goodIndex:
		p.mistake(verb, "(BADINDEX)")
	case next >= len(a):
		p.mistake(verb, "(MISSING)")
	default:
		p.verb(verb, a, next)
		next++
	}
	return i, next
}

// mistake prints %!verb and the text.
func (p *printer) mistake(verb rune, text string) {
	p.writeString("%!")
	p.writeRune(verb)
	p.writeString(text)
}

// verb prints operand i by a verb.
func (p *printer) verb(verb rune, a []any, i int) {
	if verb == 'w' {
		p.wrapped = append(p.wrapped, i)
	}
	if verb == 'v' || verb == 'w' {
		p.sharpV = p.sharp
		p.sharp = false
		p.plusV = p.plus
		p.plus = false
	}
	p.printArg(a[i], verb)
}

func (p *printer) parseFlags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = !p.minus // only to the left
		case '+':
			p.plus = true
		case '-':
			p.minus = true
			p.zero = false
		case ' ':
			p.space = true
		default:
			return i
		}
	}
	return i
}

// parseWidth parses a width. indexed says that a [n] stands before it, which only a * may use.
func (p *printer) parseWidth(format string, i int, a []any, next int, indexed bool) (int, int, bool) {
	if i < len(format) && format[i] == '*' {
		p.wid, p.widPresent, next = intOperand(a, next)
		if !p.widPresent {
			p.writeString("%!(BADWIDTH)")
		}
		if p.wid < 0 {
			p.wid = -p.wid
			p.minus = true
			p.zero = false
		}
		return next, i + 1, false
	}
	p.wid, p.widPresent, i = number(format, i, len(format))
	if indexed && p.widPresent {
		p.goodIndex = false
	}
	return next, i, indexed
}

// parsePrecision parses a precision; a dot alone is 0, and one at the end of the format no precision.
func (p *printer) parsePrecision(format string, i int, a []any, next int, indexed bool) (int, int, bool) {
	if i+1 >= len(format) || format[i] != '.' {
		return next, i, indexed
	}
	i++
	if indexed {
		p.goodIndex = false
	}
	next, i, indexed = p.operand(next, format, i, len(a))
	if i < len(format) && format[i] == '*' {
		p.prec, p.precPresent, next = intOperand(a, next)
		if p.prec < 0 {
			p.prec = 0
			p.precPresent = false
		}
		if !p.precPresent {
			p.writeString("%!(BADPREC)")
		}
		return next, i + 1, false
	}
	p.prec, p.precPresent, i = number(format, i, len(format))
	if !p.precPresent {
		p.prec = 0
		p.precPresent = true
	}
	return next, i, indexed
}
