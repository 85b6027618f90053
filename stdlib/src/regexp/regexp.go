// Package regexp matches regular expressions, in time linear in the length of the text. Mirrors: src/regexp (Go 1.19).
//
// Differs: the matchers are native (native/regexp_match.h); there is none for expressions that need no choice.
//
// The syntax is that of RE2 without \C, see package regexp/syntax. Names of methods are put together as Find(All)?(String)?
// (Submatch)?(Index)?: All matches that do not overlap (n of them at most, if n is not negative), of a string, with what
// groups matched, as positions.
package regexp

import (
	"io"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Regexp is a compiled expression. Goroutines may share it.
type Regexp struct {
	expr     string
	prog     *syntax.Prog
	native   *program
	prefix   string // of all matches
	complete bool   // the prefix is all there is
	names    []string
	groups   int
	longest  bool
}

// String returns the expression.
func (re *Regexp) String() string { return re.expr }

// Copy returns a copy of re.
//
// Deprecated: goroutines may share a Regexp.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Compile parses an expression. Of several matches that begin at the same place it will prefer the one that a search like
// Perl's finds first.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX parses an expression of POSIX egrep. Of several matches that begin at the same place it will prefer the
// longest, but what groups match is not what POSIX says.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

// Longest has re prefer the longest match. It must not be called while others use re.
func (re *Regexp) Longest() {
	re.longest = true
	re.native = newProgram(re.prog, true)
	re.native.prefix = re.prefix
}

func compile(expr string, mode syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, mode)
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, groups: tree.MaxCap(), names: tree.CapNames(), longest: longest}
	if re.prog, err = syntax.Compile(tree.Simplify()); err != nil {
		return nil, err
	}
	re.prefix, re.complete = re.prog.Prefix()
	re.native = newProgram(re.prog, longest)
	re.native.prefix = re.prefix
	return re, nil
}

// MustCompile is Compile, but panics.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX, but panics.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic(`regexp: CompilePOSIX(` + quote(str) + `): ` + err.Error())
	}
	return re
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// NumSubexp returns how many groups there are.
func (re *Regexp) NumSubexp() int { return re.groups }

// SubexpNames returns the names of the groups, "" for those that have none; the first, of the whole, always has none.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the first group with this name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, s := range re.names {
			if name == s {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix returns what every match begins with; complete says that it is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	if re.prog.StartCond() == 0 {
		return re.prefix, re.complete
	}
	insts := re.prog.Inst
	i := &insts[re.prog.Start]
	if i.Op != syntax.InstEmptyWidth || syntax.EmptyOp(i.Arg)&syntax.EmptyBeginText == 0 || !endsAtEnd(re.prog) {
		return "", false
	}
	// ^ is no part of the text.
	var b strings.Builder
	for i = &insts[i.Out]; i.Op == syntax.InstRune1 || i.Op == syntax.InstNop; i = &insts[i.Out] {
		if i.Op == syntax.InstRune1 {
			b.WriteRune(i.Rune[0])
		}
	}
	end := i.Op == syntax.InstEmptyWidth && syntax.EmptyOp(i.Arg)&syntax.EmptyEndText != 0
	return b.String(), b.Len() > 0 && end && insts[i.Out].Op == syntax.InstMatch
}

// endsAtEnd reports whether all matches end where the text does.
func endsAtEnd(p *syntax.Prog) bool {
	match := func(pc uint32) bool { return p.Inst[pc].Op == syntax.InstMatch }
	for n := range p.Inst {
		i := &p.Inst[n]
		switch i.Op {
		case syntax.InstMatch, syntax.InstFail:
		case syntax.InstEmptyWidth:
			if match(i.Out) && syntax.EmptyOp(i.Arg)&syntax.EmptyEndText == 0 {
				return false
			}
		case syntax.InstAlt, syntax.InstAltMatch:
			if match(i.Out) || match(i.Arg) {
				return false
			}
		default:
			if match(i.Out) {
				return false
			}
		}
	}
	return true
}

// MarshalText returns the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return append([]byte(nil), re.expr...), nil }

// UnmarshalText sets re to the compiled text.
func (re *Regexp) UnmarshalText(text []byte) error {
	c, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *c
	return nil
}

// ---- whether there is a match ----

// MatchReader reports whether what r reads contains a match.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.matchReader(r, nil) }

// MatchString reports whether s contains a match.
func (re *Regexp) MatchString(s string) bool { return re.match(s, 0, nil) }

// Match reports whether b contains a match.
func (re *Regexp) Match(b []byte) bool { return re.match(textOf(b), 0, nil) }

// MatchReader compiles pattern and looks for it.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// MatchString compiles pattern and looks for it.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match compiles pattern and looks for it.
func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}

// QuoteMeta returns an expression that matches s and nothing else.
func QuoteMeta(s string) string {
	const special = `\.+*?()|[]{}^$`
	if !strings.ContainsAny(s, special) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// all calls f with the captures of each match, n at most. A match that is empty and touches the one before does not
// count.
func (re *Regexp) all(text string, n int, groups bool, f func(caps []int)) {
	count := 2
	if groups {
		count = 2 * (1 + re.groups)
	}
	if n < 0 {
		n = len(text) + 1
	}
	last := -1
	for pos, found := 0, 0; found < n && pos <= len(text); {
		caps := make([]int, count)
		if !re.match(text, pos, caps) {
			break
		}
		accept := true
		if caps[1] == pos {
			if caps[0] == last {
				accept = false
			}
			if pos < len(text) {
				_, width := utf8.DecodeRuneInString(text[pos:])
				pos += width
			} else {
				pos = len(text) + 1
			}
		} else {
			pos = caps[1]
		}
		last = caps[1]
		if accept {
			f(caps)
			found++
		}
	}
}

// ---- replacing ----

// replaceAll calls add with each match, to append what takes its place. Nothing was replaced if the result is nil.
func (re *Regexp) replaceAll(src string, groups int, add func(dst []byte, caps []int) []byte) []byte {
	var dst []byte
	copied, pos := 0, 0
	caps := make([]int, groups)
	for pos <= len(src) {
		if !re.match(src, pos, caps) {
			break
		}
		dst = append(dst, src[copied:caps[0]]...)
		// Not an empty match right behind another.
		if caps[1] > copied || caps[0] == 0 {
			dst = add(dst, caps)
			if dst == nil {
				dst = []byte{}
			}
		}
		copied = caps[1]
		width := 1
		if pos < len(src) {
			_, width = utf8.DecodeRuneInString(src[pos:])
		}
		switch {
		case pos+width > caps[1]:
			pos += width
		case pos+1 > caps[1]:
			pos++
		default:
			pos = caps[1]
		}
	}
	if dst == nil && copied == 0 {
		return nil
	}
	return append(dst, src[copied:]...)
}

// ReplaceAllString returns src with matches replaced by repl, in which $1 and ${name} stand for groups, see Expand.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	n := 2
	if strings.Contains(repl, "$") {
		n = 2 * (re.groups + 1)
	}
	b := re.replaceAll(src, n, func(dst []byte, caps []int) []byte { return re.expand(dst, repl, src, caps) })
	if b == nil {
		return src
	}
	return string(b)
}

// ReplaceAllLiteralString returns src with matches replaced by repl.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	b := re.replaceAll(src, 2, func(dst []byte, caps []int) []byte { return append(dst, repl...) })
	if b == nil {
		return src
	}
	return string(b)
}

// ReplaceAllStringFunc returns src with matches replaced by what repl makes of them.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	b := re.replaceAll(src, 2, func(dst []byte, caps []int) []byte { return append(dst, repl(src[caps[0]:caps[1]])...) })
	if b == nil {
		return src
	}
	return string(b)
}

// ReplaceAll is ReplaceAllString for bytes.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	n, text, template := 2, textOf(src), ""
	if strings.Contains(textOf(repl), "$") {
		n = 2 * (re.groups + 1)
	}
	template = string(repl)
	b := re.replaceAll(text, n, func(dst []byte, caps []int) []byte { return re.expand(dst, template, text, caps) })
	return orCopy(b, src)
}

// ReplaceAllLiteral is ReplaceAllLiteralString for bytes.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	b := re.replaceAll(textOf(src), 2, func(dst []byte, caps []int) []byte { return append(dst, repl...) })
	return orCopy(b, src)
}

// ReplaceAllFunc is ReplaceAllStringFunc for bytes.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	b := re.replaceAll(textOf(src), 2, func(dst []byte, caps []int) []byte { return append(dst, repl(src[caps[0]:caps[1]])...) })
	return orCopy(b, src)
}

// orCopy returns b, or if nothing was replaced a copy of src.
func orCopy(b, src []byte) []byte {
	if b == nil {
		return append([]byte(nil), src...)
	}
	return b
}

// Expand appends template to dst with $name and ${name}, groups by number or name, replaced by what they matched in src.
// $name goes as far as letters, digits and underscores do. $$ is a $. Groups that there are not are empty.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), textOf(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, caps []int) []byte {
	for template != "" {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			break
		}
		if strings.HasPrefix(after, "$") {
			dst = append(dst, '$')
			template = after[1:]
			continue
		}
		name, num, rest, ok := groupReference(after)
		if !ok {
			dst = append(dst, '$') // by itself
			template = after
			continue
		}
		template = rest
		if num >= 0 {
			dst = appendGroup(dst, src, caps, num)
			continue
		}
		for i, n := range re.names {
			if name == n && 2*i+1 < len(caps) && caps[2*i] >= 0 {
				dst = appendGroup(dst, src, caps, i)
				break
			}
		}
	}
	return dst
}

func appendGroup(dst []byte, src string, caps []int, n int) []byte {
	if 2*n+1 < len(caps) && caps[2*n] >= 0 {
		return append(dst, src[caps[2*n]:caps[2*n+1]]...)
	}
	return dst
}

// groupReference parses name or {name}; num is -1 if it is no number.
func groupReference(s string) (name string, num int, rest string, ok bool) {
	brace := strings.HasPrefix(s, "{")
	if brace {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		end += size
	}
	if end == 0 {
		return "", 0, "", false
	}
	name, rest = s[:end], s[end:]
	if brace {
		if !strings.HasPrefix(rest, "}") {
			return "", 0, "", false
		}
		rest = rest[1:]
	}
	for i := 0; i < len(name); i++ {
		if name[i] < '0' || '9' < name[i] || num >= 1e8 {
			num = -1
			break
		}
		num = num*10 + int(name[i]) - '0'
	}
	if name[0] == '0' && len(name) > 1 {
		num = -1
	}
	return name, num, rest, true
}

// Split cuts s at matches, into n pieces at most if n is not negative.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	matches := re.FindAllStringIndex(s, n)
	pieces := make([]string, 0, len(matches)+1)
	begin, end := 0, 0
	for _, m := range matches {
		if n > 0 && len(pieces) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			pieces = append(pieces, s[begin:end])
		}
		begin = m[1]
	}
	if end != len(s) {
		pieces = append(pieces, s[begin:])
	}
	return pieces
}
