package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what is parsed: of nesting, of counted repetitions (also of nested ones multiplied), of the size of the
// program that would come out, and of all classes.
const (
	maxHeight = 1000
	maxRepeat = 1000
	maxSize   = 128 << 20 / 40
	maxRunes  = 128 << 20 / 4
)

// parser goes through an expression once. Errors are thrown and caught in Parse.
type parser struct {
	whole  string
	rest   string
	flags  Flags
	groups int
	height int // of the groups around
	runes  int // in classes

	extents map[*Regexp]extent // of nodes that were checked
}

type parseError struct{ *Error }

func fail(code ErrorCode, expr string) { panic(parseError{&Error{code, expr}}) }

// Parse parses an expression.
func Parse(s string, flags Flags) (re *Regexp, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case parseError:
			re, err = nil, r.Error
		default:
			panic(r)
		}
	}()
	if flags&Literal != 0 {
		checkUTF8(s)
		return literalNode([]rune(s), flags), nil
	}
	p := &parser{whole: s, rest: s, flags: flags}
	re = p.alternation()
	if p.rest != "" { // a ) that nobody opened
		checkUTF8(p.rest)
		fail(ErrUnexpectedParen, s)
	}
	return p.check(re), nil
}

func checkUTF8(s string) {
	if !utf8.ValidString(s) {
		fail(ErrInvalidUTF8, s)
	}
}

// next takes a rune.
func (p *parser) next() rune {
	r, n := utf8.DecodeRuneInString(p.rest)
	if r == utf8.RuneError && n == 1 {
		fail(ErrInvalidUTF8, p.rest)
	}
	p.rest = p.rest[n:]
	return r
}

func (p *parser) lookingAt(s string) bool { return strings.HasPrefix(p.rest, s) }

func (p *parser) take(s string) bool {
	if !p.lookingAt(s) {
		return false
	}
	p.rest = p.rest[len(s):]
	return true
}

// alternation parses up to the end or a closing parenthesis.
func (p *parser) alternation() *Regexp {
	var list []*Regexp
	for {
		list = append(list, p.concatenation())
		if !p.take("|") {
			return alternate(list, p.flags)
		}
	}
}

func (p *parser) concatenation() *Regexp {
	var list []*Regexp
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		if p.flags&PerlX != 0 && p.take(`\Q`) {
			list = p.quoted(list)
			continue
		}
		if start := p.rest; isRepeat(start) || p.counted(nil, "") {
			if n := len(list); n > 0 { // flags stand between
				p.rest = start
				list[n-1] = p.repetitions(list[n-1])
				continue
			}
			p.rest = start
			p.repetitions(nil)
		}
		if re := p.atom(); re != nil {
			list = append(list, p.repetitions(re))
		}
	}
	return concat(list, p.flags)
}

func isRepeat(s string) bool { return s[0] == '*' || s[0] == '+' || s[0] == '?' }

// quoted parses what is behind \Q.
func (p *parser) quoted(list []*Regexp) []*Regexp {
	text := p.rest
	if i := strings.Index(text, `\E`); i >= 0 {
		text, p.rest = text[:i], text[i+2:]
	} else {
		p.rest = ""
	}
	checkUTF8(text)
	for _, r := range text {
		list = append(list, p.literal(r))
	}
	if n := len(list); text != "" { // a repetition is of the last rune
		list[n-1] = p.repetitions(list[n-1])
	}
	return list
}

// repetitions parses the operators behind re.
func (p *parser) repetitions(re *Regexp) *Regexp {
	last := "" // where the operator before began
	for p.rest != "" {
		before := p.rest
		rep := &Regexp{}
		switch p.rest[0] {
		case '*':
			rep.Op = OpStar
		case '+':
			rep.Op = OpPlus
		case '?':
			rep.Op = OpQuest
		case '{':
			rep.Op = OpRepeat
			if !p.counted(rep, before) {
				return re
			}
		default:
			return re
		}
		if rep.Op != OpRepeat {
			p.rest = p.rest[1:]
		}
		re = p.repeat(rep, re, before, last)
		last = before
	}
	return re
}

// counted parses {n}, {n,} or {n,m}, if it is one, into rep.
func (p *parser) counted(rep *Regexp, before string) bool {
	s, ok := strings.CutPrefix(p.rest, "{")
	if !ok {
		return false
	}
	low, s, ok := number(s)
	if !ok {
		return false
	}
	high := low
	if strings.HasPrefix(s, ",") {
		s = s[1:]
		if strings.HasPrefix(s, "}") {
			high = -1
		} else if high, s, ok = number(s); !ok {
			return false
		}
	}
	if !strings.HasPrefix(s, "}") {
		return false
	}
	p.rest = s[1:]
	if rep == nil {
		return true
	}
	if low > maxRepeat || high > maxRepeat || high >= 0 && low > high {
		fail(ErrInvalidRepeatSize, before[:len(before)-len(p.rest)])
	}
	rep.Min, rep.Max = low, high
	return true
}

// number parses a decimal number without leading zeros; a large one is more than maxRepeat.
func number(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		if n <= maxRepeat {
			n = n*10 + int(s[i]-'0')
		}
		i++
	}
	if i == 0 || i > 1 && s[0] == '0' {
		return 0, s, false
	}
	return n, s[i:], true
}

// repeat makes rep the repetition of sub. The operator began at before, the one before it at last.
func (p *parser) repeat(rep, sub *Regexp, before, last string) *Regexp {
	rep.Flags = p.flags
	if p.flags&PerlX != 0 {
		if p.take("?") {
			rep.Flags ^= NonGreedy
		}
		if last != "" { // Perl has other meanings for it
			fail(ErrInvalidRepeatOp, last[:len(last)-len(p.rest)])
		}
	}
	if sub == nil {
		fail(ErrMissingRepeatArgument, before[:len(before)-len(p.rest)])
	}
	// x** is x*, and so on.
	if rep.Op != OpRepeat && isStarLike(sub.Op) && rep.Flags&NonGreedy == sub.Flags&NonGreedy {
		if rep.Op == sub.Op {
			return sub
		}
		rep.Op = OpStar
		sub = sub.Sub[0]
	}
	rep.Sub0[0] = sub
	rep.Sub = rep.Sub0[:1]
	if rep.Op == OpRepeat && (rep.Min >= 2 || rep.Max >= 2) && !fewRepeats(rep, maxRepeat) {
		fail(ErrInvalidRepeatSize, before[:len(before)-len(p.rest)])
	}
	return p.check(rep)
}

func isStarLike(op Op) bool { return op == OpStar || op == OpPlus || op == OpQuest }

// fewRepeats reports whether what is repeated innermost is repeated at most n times.
func fewRepeats(re *Regexp, n int) bool {
	if re.Op == OpRepeat {
		m := re.Max
		if m == 0 {
			return true
		}
		if m < 0 {
			m = re.Min
		}
		if m > n {
			return false
		}
		if m > 0 {
			n /= m
		}
	}
	for _, sub := range re.Sub {
		if !fewRepeats(sub, n) {
			return false
		}
	}
	return true
}

// extent is how large a node is.
type extent struct {
	size   int // instructions that it compiles to, roughly
	height int // nodes on the longest way down
}

// check refuses nodes that are too large.
func (p *parser) check(re *Regexp) *Regexp {
	x := p.measure(re)
	if x.height > maxHeight {
		fail(ErrNestingDepth, p.whole)
	}
	if x.size > maxSize {
		fail(ErrLarge, p.whole)
	}
	return re
}

func (p *parser) measure(re *Regexp) extent {
	if x, ok := p.extents[re]; ok {
		return x
	}
	n, height := 0, 0
	for _, sub := range re.Sub {
		x := p.measure(sub)
		n = min(n+x.size, maxSize+1)
		height = max(height, x.height)
	}
	switch re.Op {
	case OpLiteral:
		n = len(re.Rune)
	case OpCapture, OpStar:
		n += 2
	case OpPlus, OpQuest:
		n++
	case OpAlternate:
		n += max(0, len(re.Sub)-1)
	case OpRepeat:
		switch {
		case re.Max < 0 && re.Min == 0:
			n += 2
		case re.Max < 0:
			n = 1 + re.Min*n
		default:
			n = re.Max*n + (re.Max - re.Min)
		}
	}
	x := extent{min(max(1, n), maxSize+1), height + 1}
	if p.extents == nil {
		p.extents = map[*Regexp]extent{}
	}
	p.extents[re] = x
	return x
}

// atom parses what a repetition may be of; nil after flags.
func (p *parser) atom() *Regexp {
	switch p.rest[0] {
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '\\':
		return p.escape()
	}
	switch r := p.next(); r {
	case '^':
		if p.flags&OneLine != 0 {
			return newNode(OpBeginText, p.flags)
		}
		return newNode(OpBeginLine, p.flags)
	case '$':
		if p.flags&OneLine != 0 {
			return newNode(OpEndText, p.flags|WasDollar)
		}
		return newNode(OpEndLine, p.flags)
	case '.':
		if p.flags&DotNL != 0 {
			return newNode(OpAnyChar, p.flags)
		}
		return newNode(OpAnyCharNotNL, p.flags)
	default:
		return p.literal(r)
	}
}

func (p *parser) literal(r rune) *Regexp { return literalNode([]rune{r}, p.flags) }

func literalNode(runes []rune, flags Flags) *Regexp {
	if flags&FoldCase != 0 && flags&Literal == 0 {
		for i, r := range runes {
			runes[i] = minFoldRune(r)
		}
	}
	return &Regexp{Op: OpLiteral, Flags: flags, Rune: runes}
}

// minFoldRune returns the least of the runes that differ from r in case only.
func minFoldRune(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// group parses (…) with all that may follow the parenthesis.
func (p *parser) group() *Regexp {
	p.height++
	if p.height >= maxHeight {
		fail(ErrNestingDepth, p.whole)
	}
	outer := p.flags
	capture := 0
	name := ""
	if p.flags&PerlX != 0 && p.lookingAt("(?") {
		if p.lookingAt("(?P<") || p.lookingAt("(?<") {
			name = p.groupName()
			p.groups++
			capture = p.groups
		} else if p.flagsOnly() {
			p.height--
			return nil // they hold up to the end of the group around them
		}
	} else {
		p.rest = p.rest[1:]
		p.groups++
		capture = p.groups
	}
	inner := p.flags
	re := p.alternation()
	if !p.take(")") {
		fail(ErrMissingParen, p.whole)
	}
	p.flags = outer
	p.height--
	if capture == 0 {
		return re
	}
	g := newNode(OpCapture, inner, re)
	g.Cap, g.Name = capture, name
	return g
}

// groupName parses (?P<name> or (?<name>.
func (p *parser) groupName() string {
	start := p.rest
	begin := strings.IndexByte(start, '<') + 1
	end := strings.IndexByte(start, '>')
	if end < 0 {
		checkUTF8(start)
		fail(ErrInvalidNamedCapture, start)
	}
	name := start[begin:end]
	checkUTF8(name)
	valid := name != ""
	for _, r := range name {
		valid = valid && IsWordChar(r)
	}
	if !valid {
		fail(ErrInvalidNamedCapture, start[:end+1])
	}
	p.rest = start[end+1:]
	return name
}

// flagsOnly parses (?flags) and returns true, or (?flags: and returns false.
func (p *parser) flagsOnly() bool {
	start := p.rest
	p.rest = p.rest[2:]
	bad := func() { fail(ErrInvalidPerlOp, start[:len(start)-len(p.rest)]) }
	flags, negative, any := p.flags, false, false
	for p.rest != "" {
		switch r := p.next(); r {
		case 'i':
			flags |= FoldCase
			any = true
		case 'm': // the flag is the other way round
			flags &^= OneLine
			any = true
		case 's':
			flags |= DotNL
			any = true
		case 'U':
			flags |= NonGreedy
			any = true
		case '-':
			if negative {
				bad()
			}
			negative, any = true, false
			flags = ^flags // what is set from now on is cleared
		case ':', ')':
			if negative {
				if !any {
					bad()
				}
				flags = ^flags
			}
			p.flags = flags
			return r == ')'
		default:
			bad()
		}
	}
	bad()
	return false
}
