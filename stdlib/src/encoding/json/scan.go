package json

import (
	"strconv"
	"unsafe"
)

// What a scan expects next, as native/json_text.h numbers it.
const (
	beginValue = iota
	beginValueOrEnd
	beginKeyOrEnd
	beginKey
	afterKey
	endValue
	inString
	inKey
	inEscape
	inHex
	inMinus
	inZero
	inDigits
	inPoint
	inFraction
	inExponent
	inExponentSign
	inExponentDigits
	inTrue
	inFalse
	inNull
	scanDone
	scanTooDeep
)

// Verdicts of scan.
const (
	scanMore = iota
	scanValue
	scanError
)

// scanner repeats JsonScan of native/json_text.h: where a scan that goes on from text to text stands.
type scanner struct {
	state   int
	aux     int
	depth   int
	tokens  int
	key     int
	objects [10000/64 + 1]uint64
}

func (s *scanner) reset() { s.state, s.aux, s.depth, s.tokens, s.key = beginValue, 0, 0, 0, 0 }

// scanBudget is how many bytes a native goes over in one call: nothing else happens to the goroutine meanwhile.
const scanBudget = 1 << 20

// scan reads text from at on. scanValue: a value ends before next. scanError: text[next] is wrong.
func scan(s *scanner, text string, at, budget int) (next, verdict int)

func (s *scanner) read(text string, at int) (next, verdict int) {
	for {
		at, verdict = scan(s, text, at, scanBudget)
		if verdict != scanMore || at == len(text) {
			return at, verdict
		}
	}
}

// atNumberEnd reports whether the text read so far is a value if nothing follows.
func (s *scanner) atNumberEnd() bool {
	if s.depth > 0 {
		return false
	}
	switch s.state {
	case inZero, inDigits, inFraction, inExponentDigits:
		return true
	}
	return false
}

// A SyntaxError says what is wrong with a text that is no JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // how many bytes were read, the wrong one included
}

func (e *SyntaxError) Error() string { return e.msg }

func quoteChar(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	s := strconv.Quote(string(rune(c)))
	return "'" + s[1:len(s)-1] + "'"
}

// problem says why c does not belong where the scan is.
func (s *scanner) problem(c byte) string {
	return "invalid character " + quoteChar(c) + " " + s.place()
}

func (s *scanner) place() string {
	switch s.state {
	case beginKeyOrEnd, beginKey:
		return "looking for beginning of object key string"
	case afterKey:
		return "after object key"
	case endValue:
		if s.objects[(s.depth-1)/64]>>((s.depth-1)%64)&1 != 0 {
			return "after object key:value pair"
		}
		return "after array element"
	case inString, inKey:
		return "in string literal"
	case inEscape:
		return "in string escape code"
	case inHex:
		return "in \\u hexadecimal character escape"
	case inMinus:
		return "in numeric literal"
	case inPoint:
		return "after decimal point in numeric literal"
	case inExponent, inExponentSign:
		return "in exponent of numeric literal"
	case inTrue, inFalse, inNull:
		word := [...]string{"true", "false", "null"}[s.state-inTrue]
		return "in literal " + word + " (expecting " + quoteChar(word[s.aux]) + ")"
	case scanDone:
		return "after top-level value"
	case scanTooDeep:
		return "exceeded max depth"
	}
	return "looking for beginning of value"
}

const unexpectedEnd = "unexpected end of JSON input"

// check scans all of text, which must be one value.
func (s *scanner) check(text string) error {
	s.reset()
	at, verdict := s.read(text, 0)
	if verdict == scanMore {
		if s.atNumberEnd() {
			return nil
		}
		// As if a space came next.
		if _, verdict = scan(s, " ", 0, 1); verdict == scanError {
			return &SyntaxError{s.problem(' '), int64(len(text))}
		}
		return &SyntaxError{unexpectedEnd, int64(len(text))}
	}
	if verdict == scanValue {
		for at < len(text) && isSpace(text[at]) {
			at++
		}
		if at == len(text) {
			return nil
		}
	}
	return &SyntaxError{s.problem(text[at]), int64(at) + 1}
}

func isSpace(c byte) bool { return c <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\n') }

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool {
	var s scanner
	return s.check(textOf(data)) == nil
}

// textOf returns data as a string that shares its memory: for calls that do not keep it.
func textOf(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }

// Kinds of tokens.
const (
	_ = iota
	tokenNull
	tokenFalse
	tokenTrue
	tokenNumber
	tokenString
	tokenEscaped // a string whose text is not what it stands for
	tokenArray
	tokenObject
)

// token repeats JsonToken of native/json_text.h: a value or a key.
type token struct {
	start, end int   // strings: what is between the quotes
	next       int32 // the token behind it and all that is inside
	count      int32 // elements of an array, keys of an object
	kind       int
}

// cut repeats JsonCut: how far tokenizing has come.
type cut struct {
	at, count, open int
}

// tokenize cuts a valid text into tokens; false: there is more to do.
func tokenize(c *cut, text string, tokens []token, budget int) (done bool)

// unquote returns what the text between two quotes stands for.
func unquote(text string) string

// quoteInto writes s quoted to out if it fits, and returns how many bytes that takes.
func quoteInto(out []byte, s string, escapeHTML bool) (n int)

// compactText returns text without the spaces between tokens, and with what HTML would take for markup escaped.
func compactText(text string, compact, escapeHTML bool) string

func indentText(text, prefix, indent string) string

// appendString appends s as a JSON string.
func appendString(dst []byte, s string, escapeHTML bool) []byte {
	n := quoteInto(dst[len(dst):cap(dst)], s, escapeHTML)
	if n > cap(dst)-len(dst) {
		dst = append(dst, make([]byte, n)...)[:len(dst)]
		quoteInto(dst[len(dst):cap(dst)], s, escapeHTML)
	}
	return dst[:len(dst)+n]
}
