package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	leftDelim    = "{{"
	rightDelim   = "}}"
	leftComment  = "/*"
	rightComment = "*/"

	spaceChars    = " \t\r\n"
	trimMarkerLen = 2 // a minus sign and the space between it and what is inside

	eof = -1
)

// lexer cuts a template into items, one at a time, as the parser asks for them.
//
// It is in one of three places: in text, at the left delimiter of an action or comment, or inside an action.
// "{{- " takes away the space before it, " -}}" the space behind it; the parser sees nothing of either.
type lexer struct {
	name        string
	input       string
	leftDelim   string
	rightDelim  string
	emitComment bool
	breakOK     bool // break is a keyword, not a function of that name
	continueOK  bool

	where      place
	start      Pos // of the item
	pos        Pos // what has been read ends here
	line       int // of start
	parenDepth int
}

type place uint8

const (
	inText place = iota
	atLeftDelim
	inAction
	atEnd // nothing comes after EOF and errors
)

func lex(name, input, left, right string, emitComment, breakOK, continueOK bool) *lexer {
	if left == "" {
		left = leftDelim
	}
	if right == "" {
		right = rightDelim
	}
	return &lexer{
		name:        name,
		input:       input,
		leftDelim:   left,
		rightDelim:  right,
		emitComment: emitComment,
		breakOK:     breakOK,
		continueOK:  continueOK,
		line:        1,
	}
}

func (l *lexer) nextItem() item {
	for {
		var it item
		ok := true
		switch l.where {
		case inText:
			it, ok = l.text()
		case atLeftDelim:
			it, ok = l.delim()
		case inAction:
			it = l.action()
		case atEnd:
			it = item{typ: itemEOF, pos: l.start, line: l.line}
		}
		if ok {
			return it
		}
	}
}

// emit makes an item of what has been read.
func (l *lexer) emit(typ itemType) item {
	it := item{typ, l.start, l.read(), l.line}
	l.ignore()
	return it
}

// read is what has been read and is in no item yet.
func (l *lexer) read() string { return l.input[l.start:l.pos] }

// ignore forgets what has been read.
func (l *lexer) ignore() {
	l.line += strings.Count(l.read(), "\n")
	l.start = l.pos
}

func (l *lexer) errorf(format string, args ...any) item {
	l.where = atEnd
	return item{itemError, l.start, fmt.Sprintf(format, args...), l.line}
}

// rest is what has not been read.
func (l *lexer) rest() string { return l.input[l.pos:] }

// ahead returns the next character, eof if there is none.
func (l *lexer) ahead() rune {
	before := l.pos
	r := l.advance()
	l.pos = before
	return r
}

func (l *lexer) advance() rune {
	r, size := utf8.DecodeRuneInString(l.rest())
	if size == 0 {
		return eof
	}
	l.pos += Pos(size)
	return r
}

// oneOf reads the next byte if it is in the set.
func (l *lexer) oneOf(set string) bool {
	if int(l.pos) < len(l.input) && strings.IndexByte(set, l.input[l.pos]) >= 0 {
		l.pos++
		return true
	}
	return false
}

func (l *lexer) manyOf(set string) {
	for l.oneOf(set) {
	}
}

// text reads up to the next left delimiter. There is no item if nothing stands before that.
func (l *lexer) text() (it item, ok bool) {
	n := strings.Index(l.rest(), l.leftDelim)
	if n < 0 {
		l.pos = Pos(len(l.input))
		if l.pos > l.start {
			return l.emit(itemText), true
		}
		l.where = atEnd
		return l.emit(itemEOF), true
	}
	l.where = atLeftDelim
	delim := l.pos + Pos(n)
	l.pos = delim
	if hasLeftTrimMarker(l.input[int(delim)+len(l.leftDelim):]) {
		l.pos = l.start + Pos(len(strings.TrimRight(l.input[l.start:delim], spaceChars)))
	}
	if l.pos > l.start {
		it, ok = l.emit(itemText), true
	}
	l.pos = delim
	l.ignore()
	return it, ok
}

// delim reads a left delimiter, and the comment that it may begin.
func (l *lexer) delim() (item, bool) {
	inner := l.pos + Pos(len(l.leftDelim))
	begin := inner
	if hasLeftTrimMarker(l.input[inner:]) {
		begin += trimMarkerLen
	}
	if strings.HasPrefix(l.input[begin:], leftComment) {
		l.pos = begin
		l.ignore()
		return l.comment()
	}
	l.pos = inner
	it := l.emit(itemLeftDelim)
	l.pos = begin
	l.ignore()
	l.parenDepth = 0
	l.where = inAction
	return it, true
}

func (l *lexer) comment() (it item, ok bool) {
	n := strings.Index(l.input[int(l.pos)+len(leftComment):], rightComment)
	if n < 0 {
		return l.errorf("unclosed comment"), true
	}
	l.pos += Pos(len(leftComment) + n + len(rightComment))
	delim, trim := l.atRightDelim()
	if !delim {
		return l.errorf("comment ends before closing delimiter"), true
	}
	if l.emitComment {
		it, ok = l.emit(itemComment), true
	}
	if trim {
		l.pos += trimMarkerLen
	}
	l.pos += Pos(len(l.rightDelim))
	l.leave(trim)
	return it, ok
}

// leave goes on with the text behind an action or comment.
func (l *lexer) leave(trim bool) {
	if trim {
		rest := l.rest()
		l.pos += Pos(len(rest) - len(strings.TrimLeft(rest, spaceChars)))
	}
	l.ignore()
	l.where = inText
}

// atRightDelim tells whether a right delimiter is next, and whether a trim marker stands before it.
func (l *lexer) atRightDelim() (delim, trim bool) {
	rest := l.rest()
	if hasRightTrimMarker(rest) && strings.HasPrefix(rest[trimMarkerLen:], l.rightDelim) {
		return true, true
	}
	return strings.HasPrefix(rest, l.rightDelim), false
}

// action reads an item inside an action.
func (l *lexer) action() item {
	if l.parenDepth < 0 {
		return l.errorf("unexpected right paren %#U", ')')
	}
	if delim, trim := l.atRightDelim(); delim {
		return l.closeAction(trim)
	}
	switch r := l.advance(); {
	case r == eof:
		return l.errorf("unclosed action")
	case isSpace(r):
		return l.space()
	case r == '=':
		return l.emit(itemAssign)
	case r == ':':
		if l.advance() != '=' {
			return l.errorf("expected :=")
		}
		return l.emit(itemDeclare)
	case r == '|':
		return l.emit(itemPipe)
	case r == '"':
		return l.quoted('"', itemString, "quoted string")
	case r == '\'':
		return l.quoted('\'', itemCharConstant, "character constant")
	case r == '`':
		return l.rawString()
	case r == '$':
		return l.fieldOrVariable(itemVariable, itemVariable)
	case r == '.' && int(l.pos) < len(l.input) && !isDigit(l.input[l.pos]):
		return l.fieldOrVariable(itemField, itemDot)
	case r == '.' || r == '+' || r == '-' || '0' <= r && r <= '9':
		l.pos--
		return l.number()
	case inName(r):
		return l.word()
	case r == '(':
		l.parenDepth++
		return l.emit(itemLeftParen)
	case r == ')':
		l.parenDepth--
		return l.emit(itemRightParen)
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		return l.emit(itemChar)
	default:
		return l.errorf("unrecognized character in action: %#U", r)
	}
}

func (l *lexer) closeAction(trim bool) item {
	if l.parenDepth > 0 {
		return l.errorf("unclosed left paren")
	}
	if trim {
		l.pos += trimMarkerLen
		l.ignore()
	}
	l.pos += Pos(len(l.rightDelim))
	it := l.emit(itemRightDelim)
	l.leave(trim)
	return it
}

// space reads a run of spaces whose first has been read. The last of them may belong to the right delimiter.
func (l *lexer) space() item {
	for isSpace(l.ahead()) {
		l.pos++
	}
	l.pos--
	if _, trim := l.atRightDelim(); !trim {
		l.pos++
	} else if l.pos == l.start {
		return l.closeAction(true)
	}
	return l.emit(itemSpace)
}

// skipName reads letters and digits. Something must follow that may stand behind a name; bad is what does instead.
func (l *lexer) skipName() (bad rune, ok bool) {
	for inName(l.ahead()) {
		l.advance()
	}
	return l.ahead(), l.nameEnds()
}

func (l *lexer) word() item {
	if bad, ok := l.skipName(); !ok {
		return l.errorf("bad character %#U", bad)
	}
	typ := keyword(l.read())
	if typ == itemBreak && !l.breakOK || typ == itemContinue && !l.continueOK {
		typ = itemIdentifier
	}
	return l.emit(typ)
}

// fieldOrVariable reads the name behind a dot or dollar sign; alone is the item without one.
func (l *lexer) fieldOrVariable(typ, alone itemType) item {
	if l.nameEnds() {
		return l.emit(alone)
	}
	if bad, ok := l.skipName(); !ok {
		return l.errorf("bad character %#U", bad)
	}
	return l.emit(typ)
}

// nameEnds tells whether what comes next may follow a name. "$x+2" is an error, so that it may mean something
// some day.
func (l *lexer) nameEnds() bool {
	switch r := l.ahead(); r {
	case eof, ' ', '\t', '\r', '\n', '.', ',', '|', ':', ')', '(':
		return true
	}
	return strings.HasPrefix(l.rest(), l.rightDelim)
}

// quoted reads up to the closing quote. Whether the escapes inside are right is for the parser to find out.
func (l *lexer) quoted(quote rune, typ itemType, what string) item {
	for {
		switch r := l.advance(); r {
		case quote:
			return l.emit(typ)
		case '\\':
			if r := l.advance(); r == eof || r == '\n' {
				return l.errorf("unterminated %s", what)
			}
		case eof, '\n':
			return l.errorf("unterminated %s", what)
		}
	}
}

func (l *lexer) rawString() item {
	n := strings.IndexByte(l.rest(), '`')
	if n < 0 {
		return l.errorf("unterminated raw quoted string")
	}
	l.pos += Pos(n + 1)
	return l.emit(itemRawString)
}

// number reads what looks like a number; strconv finds out whether it is one.
func (l *lexer) number() item {
	if !l.numeral() {
		return l.badNumber()
	}
	if r := l.ahead(); r != '+' && r != '-' {
		return l.emit(itemNumber)
	}
	if l.numeral() && strings.HasSuffix(l.read(), "i") {
		return l.emit(itemComplex)
	}
	return l.badNumber()
}

func (l *lexer) badNumber() item { return l.errorf("bad number syntax: %q", l.read()) }

func (l *lexer) numeral() bool {
	l.oneOf("+-")
	digits, exponent := "0123456789_", "eE"
	if l.oneOf("0") {
		switch {
		case l.oneOf("xX"):
			digits, exponent = "0123456789abcdefABCDEF_", "pP"
		case l.oneOf("oO"):
			digits, exponent = "01234567_", ""
		case l.oneOf("bB"):
			digits, exponent = "01_", ""
		}
	}
	l.manyOf(digits)
	if l.oneOf(".") {
		l.manyOf(digits)
	}
	if l.oneOf(exponent) {
		l.oneOf("+-")
		l.manyOf("0123456789_")
	}
	l.oneOf("i")
	if inName(l.ahead()) {
		l.advance() // for the error text
		return false
	}
	return true
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func inName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func hasLeftTrimMarker(s string) bool { return len(s) >= 2 && s[0] == '-' && isSpace(rune(s[1])) }

func hasRightTrimMarker(s string) bool { return len(s) >= 2 && isSpace(rune(s[0])) && s[1] == '-' }
