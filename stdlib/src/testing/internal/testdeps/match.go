package testdeps

import (
	"errors"
	"unicode"
	"unicode/utf8"
)

// pattern is a regular expression in Go's syntax: what names of tests are chosen with. It is matched by trying: package
// regexp's guarantee of linear time would have every test binary carry that package for names of a few bytes.
type pattern struct {
	root node
}

// node matches at s[i:] and then has k match the rest.
type node func(s string, i int, k func(int) bool) bool

func (p *pattern) match(s string) bool {
	for i := 0; ; {
		if p.root(s, i, func(int) bool { return true }) {
			return true
		}
		if i >= len(s) {
			return false
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
}

type parser struct {
	src  string
	pos  int
	fold bool
}

func problem(what, where string) error {
	return errors.New("error parsing regexp: " + what + ": `" + where + "`")
}

func compile(src string) (*pattern, error) {
	p := &parser{src: src}
	root, err := p.alternatives()
	if err == nil && p.pos < len(src) {
		err = problem("unexpected )", src)
	}
	if err != nil {
		return nil, err
	}
	return &pattern{root: root}, nil
}

func (p *parser) more() bool { return p.pos < len(p.src) }

func (p *parser) alternatives() (node, error) {
	var list []node
	for {
		n, err := p.sequence()
		if err != nil {
			return nil, err
		}
		list = append(list, n)
		if !p.more() || p.src[p.pos] != '|' {
			break
		}
		p.pos++
	}
	if len(list) == 1 {
		return list[0], nil
	}
	return func(s string, i int, k func(int) bool) bool {
		for _, n := range list {
			if n(s, i, k) {
				return true
			}
		}
		return false
	}, nil
}

func (p *parser) sequence() (node, error) {
	all := node(func(s string, i int, k func(int) bool) bool { return k(i) })
	for p.more() && p.src[p.pos] != '|' && p.src[p.pos] != ')' {
		n, err := p.repeated()
		if err != nil {
			return nil, err
		}
		before := all
		all = func(s string, i int, k func(int) bool) bool {
			return before(s, i, func(j int) bool { return n(s, j, k) })
		}
	}
	return all, nil
}

// repeated reads one element and the operators behind it.
func (p *parser) repeated() (node, error) {
	n, err := p.element()
	for err == nil && p.more() {
		from := p.pos
		low, high := 0, -1
		switch p.src[p.pos] {
		case '*':
		case '+':
			low = 1
		case '?':
			high = 1
		case '{':
			var ok bool
			if low, high, ok = p.counts(); !ok {
				p.pos = from
				return n, nil // then it stands for itself
			}
			p.pos--
		default:
			return n, nil
		}
		p.pos++
		if p.more() && p.src[p.pos] == '?' { // as few as possible: whether it matches is the same
			p.pos++
		}
		n = repeat(n, low, high)
	}
	return n, err
}

func repeat(n node, low, high int) node {
	var try func(s string, i, done int, k func(int) bool) bool
	try = func(s string, i, done int, k func(int) bool) bool {
		if high < 0 || done < high {
			again := func(j int) bool { return (j > i || done < low) && try(s, j, done+1, k) }
			if n(s, i, again) {
				return true
			}
		}
		return done >= low && k(i)
	}
	return func(s string, i int, k func(int) bool) bool { return try(s, i, 0, k) }
}

// counts reads {n}, {n,} or {n,m}.
func (p *parser) counts() (low, high int, ok bool) {
	p.pos++
	number := func() (n int, ok bool) {
		for p.more() && '0' <= p.src[p.pos] && p.src[p.pos] <= '9' && n <= 1000 {
			n, ok = 10*n+int(p.src[p.pos]-'0'), true
			p.pos++
		}
		return n, ok
	}
	if low, ok = number(); !ok {
		return 0, 0, false
	}
	high = low
	if p.more() && p.src[p.pos] == ',' {
		p.pos++
		if high, ok = number(); !ok {
			high = -1
		}
	}
	if !p.more() || p.src[p.pos] != '}' {
		return 0, 0, false
	}
	p.pos++
	return low, high, true
}

func (p *parser) element() (node, error) {
	c := p.src[p.pos]
	switch c {
	case '*', '+', '?':
		return nil, problem("missing argument to repetition operator", string(c))
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '^':
		p.pos++
		return at(func(s string, i int) bool { return i == 0 }), nil
	case '$':
		p.pos++
		return at(func(s string, i int) bool { return i == len(s) }), nil
	case '.':
		p.pos++
		return p.one(func(r rune) bool { return r != '\n' }), nil
	case '\\':
		return p.escape()
	}
	r, n := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += n
	return p.one(func(x rune) bool { return x == r }), nil
}

func (p *parser) group() (node, error) {
	p.pos++
	fold := p.fold
	if p.more() && p.src[p.pos] == '?' {
		from := p.pos - 1
		p.pos++
		on := true
		for p.more() && p.src[p.pos] != ':' && p.src[p.pos] != ')' && p.src[p.pos] != '>' {
			switch c := p.src[p.pos]; {
			case c == '-':
				on = false
			case c == 'i':
				p.fold = on
			}
			p.pos++
		}
		if !p.more() {
			return nil, problem("invalid or unsupported Perl syntax", p.src[from:])
		}
		flags := p.src[p.pos] == ')'
		p.pos++
		if flags { // (?i): for the rest of this group
			return func(s string, i int, k func(int) bool) bool { return k(i) }, nil
		}
	}
	n, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if !p.more() {
		return nil, problem("missing closing )", p.src)
	}
	p.pos++
	p.fold = fold
	return n, nil
}

func at(holds func(s string, i int) bool) node {
	return func(s string, i int, k func(int) bool) bool { return holds(s, i) && k(i) }
}

// one matches a single character.
func (p *parser) one(is func(rune) bool) node {
	if p.fold {
		exact := is
		is = func(r rune) bool {
			if exact(r) {
				return true
			}
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				if exact(f) {
					return true
				}
			}
			return false
		}
	}
	return func(s string, i int, k func(int) bool) bool {
		if i >= len(s) {
			return false
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		return is(r) && k(i+n)
	}
}

func isWord(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// perl returns what \d and the like stand for, nil for others.
func perl(c byte) func(rune) bool {
	var is func(rune) bool
	switch c | 0x20 {
	case 'd':
		is = func(r rune) bool { return '0' <= r && r <= '9' }
	case 's':
		is = func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\f' || r == '\r' }
	case 'w':
		is = isWord
	default:
		return nil
	}
	if c < 'a' {
		return func(r rune) bool { return !is(r) }
	}
	return is
}

func (p *parser) escape() (node, error) {
	p.pos++
	if !p.more() {
		return nil, problem("trailing backslash at end of expression", "")
	}
	c := p.src[p.pos]
	boundary := func(s string, i int) bool {
		return (i > 0 && isWord(rune(s[i-1]))) != (i < len(s) && isWord(rune(s[i])))
	}
	switch c {
	case 'b':
		p.pos++
		return at(boundary), nil
	case 'B':
		p.pos++
		return at(func(s string, i int) bool { return !boundary(s, i) }), nil
	case 'A':
		p.pos++
		return at(func(s string, i int) bool { return i == 0 }), nil
	case 'z':
		p.pos++
		return at(func(s string, i int) bool { return i == len(s) }), nil
	}
	if is := perl(c); is != nil {
		p.pos++
		return p.one(is), nil
	}
	r, err := p.escaped()
	return p.one(func(x rune) bool { return x == r }), err
}

// escaped reads what follows a backslash that stands for one character.
func (p *parser) escaped() (rune, error) {
	r, n := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += n
	switch r {
	case 'n':
		return '\n', nil
	case 't':
		return '\t', nil
	case 'r':
		return '\r', nil
	}
	if isWord(r) && r != '_' {
		return 0, problem("invalid escape sequence", `\`+string(r))
	}
	return r, nil
}

// class reads [a-z] and [^a-z].
func (p *parser) class() (node, error) {
	from := p.pos
	p.pos++
	not := p.more() && p.src[p.pos] == '^'
	if not {
		p.pos++
	}
	var parts []func(rune) bool
	for first := true; ; first = false {
		if !p.more() {
			return nil, problem("missing closing ]", p.src[from:])
		}
		if p.src[p.pos] == ']' && !first {
			p.pos++
			break
		}
		if p.src[p.pos] == '\\' && p.pos+1 < len(p.src) {
			if is := perl(p.src[p.pos+1]); is != nil {
				parts = append(parts, is)
				p.pos += 2
				continue
			}
		}
		low, err := p.bound()
		high := low
		if err == nil && p.pos+1 < len(p.src) && p.src[p.pos] == '-' && p.src[p.pos+1] != ']' {
			p.pos++
			high, err = p.bound()
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, func(r rune) bool { return low <= r && r <= high })
	}
	return p.one(func(r rune) bool {
		for _, is := range parts {
			if is(r) {
				return !not
			}
		}
		return not
	}), nil
}

func (p *parser) bound() (rune, error) {
	r, n := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += n
	if r == '\\' && p.more() {
		return p.escaped()
	}
	return r, nil
}
