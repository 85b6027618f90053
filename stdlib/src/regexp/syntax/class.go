package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class parses [...].
func (p *parser) class() *Regexp {
	start := p.rest
	p.rest = p.rest[1:]
	var set classSet
	negate := p.take("^")
	if negate && p.flags&ClassNL == 0 {
		set.add('\n', '\n') // it will not be in the complement
	}
	for first := true; p.rest == "" || p.rest[0] != ']' || first; first = false {
		// A - is itself at the ends; POSIX has no others.
		if p.lookingAt("-") && p.flags&PerlX == 0 && !first && !p.lookingAt("-]") {
			_, n := utf8.DecodeRuneInString(p.rest[1:])
			fail(ErrInvalidCharRange, p.rest[:1+n])
		}
		if p.rest == "" {
			fail(ErrMissingBracket, start)
		}
		if p.namedClass(&set) || p.unicodeClass(&set) || p.perlClass(&set) {
			continue
		}
		lo, hi := p.classRange(start)
		set.addRange(lo, hi, p.flags)
	}
	p.rest = p.rest[1:]
	runes := set.sorted()
	if negate {
		runes = complement(runes)
	}
	return p.classNode(runes)
}

func (p *parser) classNode(runes []rune) *Regexp {
	if p.runes += len(runes); p.runes > maxRunes {
		fail(ErrLarge, p.whole)
	}
	return classNode(runes, p.flags)
}

func (p *parser) classRange(class string) (lo, hi rune) {
	start := p.rest
	lo = p.classRune(class)
	hi = lo
	if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
		p.rest = p.rest[1:]
		hi = p.classRune(class)
		if hi < lo {
			fail(ErrInvalidCharRange, start[:len(start)-len(p.rest)])
		}
	}
	return lo, hi
}

func (p *parser) classRune(class string) rune {
	if p.rest == "" {
		fail(ErrMissingBracket, class)
	}
	if p.rest[0] == '\\' {
		return p.escapedRune()
	}
	return p.next()
}

// addGroup adds a sorted set or its complement.
func (s *classSet) addGroup(runes []rune, negate bool, flags Flags) {
	if flags&FoldCase != 0 {
		var folded classSet
		for i := 0; i < len(runes); i += 2 {
			folded.addRange(runes[i], runes[i+1], flags)
		}
		runes = folded.sorted()
	}
	if negate {
		runes = complement(runes)
	}
	s.addSorted(runes)
}

var (
	digits = []rune{'0', '9'}
	spaces = []rune{'\t', '\n', '\f', '\r', ' ', ' '}
	words  = []rune{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
)

// perlClass parses \d, \s, \w and their complements.
func (p *parser) perlClass(set *classSet) bool {
	if p.flags&PerlX == 0 || len(p.rest) < 2 || p.rest[0] != '\\' {
		return false
	}
	c := p.rest[1]
	var runes []rune
	switch c | 0x20 {
	case 'd':
		runes = digits
	case 's':
		runes = spaces
	case 'w':
		runes = words
	default:
		return false
	}
	p.rest = p.rest[2:]
	set.addGroup(runes, c&0x20 == 0, p.flags)
	return true
}

// posixClass returns the runes of [:name:], nil if there is no such class.
func posixClass(name string) []rune {
	switch name {
	case "alnum":
		return []rune{'0', '9', 'A', 'Z', 'a', 'z'}
	case "alpha":
		return []rune{'A', 'Z', 'a', 'z'}
	case "ascii":
		return []rune{0, 0x7F}
	case "blank":
		return []rune{'\t', '\t', ' ', ' '}
	case "cntrl":
		return []rune{0, 0x1F, 0x7F, 0x7F}
	case "digit":
		return digits
	case "graph":
		return []rune{'!', '~'}
	case "lower":
		return []rune{'a', 'z'}
	case "print":
		return []rune{' ', '~'}
	case "punct":
		return []rune{'!', '/', ':', '@', '[', '`', '{', '~'}
	case "space":
		return []rune{'\t', '\r', ' ', ' '}
	case "upper":
		return []rune{'A', 'Z'}
	case "word":
		return words
	case "xdigit":
		return []rune{'0', '9', 'A', 'F', 'a', 'f'}
	}
	return nil
}

// namedClass parses [:name:] and [:^name:].
func (p *parser) namedClass(set *classSet) bool {
	if !p.lookingAt("[:") {
		return false
	}
	end := strings.Index(p.rest[2:], ":]")
	if end < 0 {
		return false
	}
	text := p.rest[:end+4]
	name, negate := strings.CutPrefix(p.rest[2:end+2], "^")
	runes := posixClass(name)
	if runes == nil {
		fail(ErrInvalidCharRange, text)
	}
	p.rest = p.rest[len(text):]
	set.addGroup(runes, negate, p.flags)
	return true
}

// unicodeClass parses \pN, \p{Name}, \p{^Name} and their complements.
func (p *parser) unicodeClass(set *classSet) bool {
	if p.flags&UnicodeGroups == 0 || len(p.rest) < 2 || p.rest[0] != '\\' || p.rest[1]|0x20 != 'p' {
		return false
	}
	start := p.rest
	negate := p.rest[1] == 'P'
	p.rest = p.rest[2:]
	if p.rest == "" {
		p.rest = start
		return false // a bad escape
	}
	c := p.next()
	name := start[2 : len(start)-len(p.rest)]
	if c == '{' {
		end := strings.IndexByte(start, '}')
		if end < 0 {
			checkUTF8(start)
			fail(ErrInvalidCharRange, start)
		}
		name, p.rest = start[3:end], start[end+1:]
		checkUTF8(name)
	}
	if rest, ok := strings.CutPrefix(name, "^"); ok {
		name, negate = rest, !negate
	}
	runes, ok := unicodeSet(name, p.flags&FoldCase != 0)
	if !ok {
		fail(ErrInvalidCharRange, start[:len(start)-len(p.rest)])
	}
	if negate {
		runes = complement(runes)
	}
	set.addSorted(runes)
	return true
}

// unicodeSet returns the runes of a category or script; with fold in all cases.
func unicodeSet(name string, fold bool) ([]rune, bool) {
	if name == "Any" {
		return []rune{0, unicode.MaxRune}, true
	}
	t, folded := unicode.Categories[name], unicode.FoldCategory[name]
	if t == nil {
		t, folded = unicode.Scripts[name], unicode.FoldScript[name]
	}
	if t == nil {
		return nil, false
	}
	var set classSet
	set.addTable(t)
	if fold && folded != nil {
		set.addTable(folded)
	}
	return set.sorted(), true
}
