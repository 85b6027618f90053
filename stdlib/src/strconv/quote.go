// Quoted strings: making them is a native, reading them is here.
package strconv

import (
	"internal/bytealg"
	"unicode/utf8"
)

// Quote returns s as a double-quoted Go literal. What IsPrint denies is escaped.
func Quote(s string) string { return quoteString(s, '"', quotePrint) }

// QuoteToASCII is Quote with everything outside ASCII escaped.
func QuoteToASCII(s string) string { return quoteString(s, '"', quoteASCII) }

// QuoteToGraphic is Quote with only what IsGraphic denies escaped.
func QuoteToGraphic(s string) string { return quoteString(s, '"', quoteGraphic) }

// QuoteRune returns r as a single-quoted Go literal. What is no rune is shown as U+FFFD.
func QuoteRune(r rune) string { return quoteRune(r, quotePrint) }

// QuoteRuneToASCII is QuoteRune with everything outside ASCII escaped.
func QuoteRuneToASCII(r rune) string { return quoteRune(r, quoteASCII) }

// QuoteRuneToGraphic is QuoteRune with only what IsGraphic denies escaped.
func QuoteRuneToGraphic(r rune) string { return quoteRune(r, quoteGraphic) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, quotePrint) }

// appendQuoted quotes in place where there is room.
func appendQuoted(dst []byte, s string, mode int) []byte {
	n := putQuoted(dst[len(dst):cap(dst)], s, '"', mode)
	if n < 0 {
		return append(dst, quoteString(s, '"', mode)...)
	}
	return dst[:len(dst)+n]
}

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, quoteASCII) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, quoteGraphic) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

// CanBackquote reports whether s fits in a backquoted literal of one line.
func CanBackquote(s string) bool {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return false
		}
		if r < ' ' && r != '\t' || r == '`' || r == '\u007F' || r == '\uFEFF' {
			return false
		}
		i += n
	}
	return true
}

// hexDigit returns the value of a hexadecimal digit, 16 for anything else.
func hexDigit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c - 'a' + 10)
	case 'A' <= c && c <= 'F':
		return rune(c - 'A' + 10)
	}
	return 16
}

// UnquoteChar decodes the first character or escape of s, the inside of a literal quoted by quote (0: no quote,
// both may only stand for themselves). multibyte says that the value has to be encoded in UTF-8 rather than
// stored as a byte.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s)
		return r, true, s[n:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	return unescape(s[1], s[2:], quote)
}

// unescape decodes an escape: the character c after the backslash, and s after it.
func unescape(c byte, s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		return hexEscape(s, 2)
	case 'u':
		return hexEscape(s, 4)
	case 'U':
		return hexEscape(s, 8)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if len(s) < 2 || s[0] < '0' || s[0] > '7' || s[1] < '0' || s[1] > '7' {
			return 0, false, "", ErrSyntax
		}
		value = rune(c-'0')<<6 | rune(s[0]-'0')<<3 | rune(s[1]-'0')
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		s = s[2:]
	default:
		return 0, false, "", ErrSyntax
	}
	return value, false, s, nil
}

// hexEscape decodes n hexadecimal digits: a byte for two of them, a rune otherwise.
func hexEscape(s string, n int) (value rune, multibyte bool, tail string, err error) {
	if len(s) < n {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < n; i++ {
		digit := hexDigit(s[i])
		if digit > 15 {
			return 0, false, "", ErrSyntax
		}
		value = value<<4 | digit
	}
	if n == 2 {
		return value, false, s[n:], nil
	}
	if !utf8.ValidRune(value) {
		return 0, false, "", ErrSyntax
	}
	return value, true, s[n:], nil
}

// unquotePrefix decodes the literal that s starts with, which takes size bytes.
func unquotePrefix(s string) (text string, size int, err error) {
	if len(s) < 2 {
		return "", 0, ErrSyntax
	}
	quote := s[0]
	if quote == '`' {
		end := bytealg.IndexByteString(s[1:], '`')
		if end < 0 {
			return "", 0, ErrSyntax
		}
		return withoutCR(s[1 : end+1]), end + 2, nil
	}
	if quote != '"' && quote != '\'' {
		return "", 0, ErrSyntax
	}
	var out []byte
	tail := s[1:]
	plain := true // out is just what stands between the quotes
	count := 0
	for tail != "" && tail[0] != quote {
		if tail[0] == '\n' {
			return "", 0, ErrSyntax
		}
		plain = plain && tail[0] != '\\'
		var r rune
		var multibyte bool
		r, multibyte, tail, err = UnquoteChar(tail, quote)
		if err != nil {
			return "", 0, err
		}
		count++
		if multibyte {
			out = utf8.AppendRune(out, r)
			plain = plain && r != utf8.RuneError
		} else {
			out = append(out, byte(r))
		}
	}
	if tail == "" || quote == '\'' && count > 1 {
		return "", 0, ErrSyntax
	}
	size = len(s) - len(tail) + 1
	if plain {
		return s[1 : size-1], size, nil
	}
	return bytealg.String(out), size, nil
}

// withoutCR returns s without carriage returns, which do not count in backquoted literals.
func withoutCR(s string) string {
	n := bytealg.CountString(s, '\r')
	if n == 0 {
		return s
	}
	out := make([]byte, 0, len(s)-n)
	for i := 0; i < len(s); i++ {
		if s[i] != '\r' {
			out = append(out, s[i])
		}
	}
	return bytealg.String(out)
}

// QuotedPrefix returns the quoted literal, as Unquote takes it, that s starts with.
func QuotedPrefix(s string) (string, error) {
	_, size, err := unquotePrefix(s)
	if err != nil {
		return "", err
	}
	return s[:size], nil
}

// Unquote returns the text that s, a single-quoted, double-quoted or backquoted Go literal, stands for. A
// single-quoted one gives a string of one character.
func Unquote(s string) (string, error) {
	text, size, err := unquotePrefix(s)
	if err != nil || size != len(s) {
		return "", ErrSyntax
	}
	return text, nil
}
