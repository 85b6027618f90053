package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape parses a backslash and what follows it, outside of a class.
func (p *parser) escape() *Regexp {
	start := p.rest
	if p.flags&PerlX != 0 && len(start) > 1 {
		op := OpNoMatch
		switch start[1] {
		case 'A':
			op = OpBeginText
		case 'b':
			op = OpWordBoundary
		case 'B':
			op = OpNoWordBoundary
		case 'z':
			op = OpEndText
		case 'C': // any byte
			fail(ErrInvalidEscape, start[:2])
		}
		if op != OpNoMatch {
			p.rest = start[2:]
			return newNode(op, p.flags)
		}
	}
	var set classSet
	if p.unicodeClass(&set) || p.perlClass(&set) {
		return p.classNode(set.sorted())
	}
	return p.literal(p.escapedRune())
}

// escapedRune parses an escape that stands for one rune.
func (p *parser) escapedRune() rune {
	start := p.rest
	p.rest = p.rest[1:]
	if p.rest == "" {
		fail(ErrTrailingBackslash, "")
	}
	c := p.next()
	switch {
	case '1' <= c && c <= '7':
		// One digit is a back-reference elsewhere: only more of them are octal.
		if p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7' {
			return p.octal(c)
		}
	case c == '0':
		return p.octal(c)
	case c == 'x':
		if r, ok := p.hexadecimal(); ok {
			return r
		}
	case c < utf8.RuneSelf && !isAlphanumeric(c):
		return c
	default:
		if i := strings.IndexRune("afnrtv", c); i >= 0 {
			return rune("\a\f\n\r\t\v"[i])
		}
	}
	fail(ErrInvalidEscape, start[:len(start)-len(p.rest)])
	return 0
}

func isAlphanumeric(c rune) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// octal parses up to three digits, the first of which was c.
func (p *parser) octal(c rune) rune {
	r := c - '0'
	for i := 1; i < 3 && p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7'; i++ {
		r = r*8 + rune(p.rest[0]-'0')
		p.rest = p.rest[1:]
	}
	return r
}

// hexadecimal parses two digits, or any number of them in braces.
func (p *parser) hexadecimal() (r rune, ok bool) {
	if p.rest == "" {
		return 0, false
	}
	c := p.next()
	if c != '{' {
		high := digit(c)
		if p.rest == "" {
			return 0, false
		}
		low := digit(p.next())
		return high<<4 | low, high >= 0 && low >= 0
	}
	for n := 0; p.rest != ""; n++ {
		if c = p.next(); c == '}' {
			return r, n > 0
		}
		d := digit(c)
		if d < 0 {
			return 0, false
		}
		if r = r<<4 | d; r > unicode.MaxRune {
			return 0, false
		}
	}
	return 0, false
}

func digit(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}
