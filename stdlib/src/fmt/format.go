package fmt

import (
	"internal/bytealg"
	"strconv"
	"unicode/utf8"
)

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// flags are what stands between % and the verb.
type flags struct {
	wid  int
	prec int

	widPresent  bool
	precPresent bool
	minus       bool
	plus        bool
	sharp       bool
	space       bool
	zero        bool

	// For %+v and %#v, which change what is printed rather than how: then plus and sharp are off.
	plusV  bool
	sharpV bool
}

// formatter appends formatted values of basic types to buf.
type formatter struct {
	buf []byte
	flags
}

// fill appends n padding characters.
func (f *formatter) fill(n int) {
	c := byte(' ')
	if f.zero {
		c = '0'
	}
	for ; n > 0; n-- {
		f.buf = append(f.buf, c)
	}
}

// pad appends s, padded to the width.
func (f *formatter) pad(s string) {
	if !f.widPresent || f.wid == 0 {
		f.buf = append(f.buf, s...)
		return
	}
	missing := f.wid - utf8.RuneCountInString(s)
	if f.minus {
		f.buf = append(f.buf, s...)
		f.fill(missing)
	} else {
		f.fill(missing)
		f.buf = append(f.buf, s...)
	}
}

// padSpaces is pad with spaces even if the flag 0 is given.
func (f *formatter) padSpaces(s string) {
	zero := f.zero
	f.zero = false
	f.pad(s)
	f.zero = zero
}

func (f *formatter) boolean(v bool) {
	if v {
		f.pad("true")
	} else {
		f.pad("false")
	}
}

// integer formats the magnitude of u, which stands for a negative number if isSigned and the top bit is set. verb
// is 'v' or the integer verb (only O makes a difference).
func (f *formatter) integer(u uint64, base int, isSigned bool, verb rune, digits string) {
	negative := isSigned && int64(u) < 0
	if negative {
		u = -u
	}
	minDigits := 0
	if f.precPresent {
		minDigits = f.prec
		if minDigits == 0 && u == 0 {
			// Precision 0 of 0 is nothing.
			zero := f.zero
			f.zero = false
			f.fill(f.wid)
			f.zero = zero
			return
		}
	} else if f.zero && f.widPresent {
		minDigits = f.wid
		if negative || f.plus || f.space {
			minDigits-- // room for the sign
		}
	}
	if !f.widPresent && minDigits <= 1 && !f.sharp && !f.plus && !f.space && verb != 'O' && digits[16] == 'x' {
		// Nothing to add but a sign.
		if negative {
			f.buf = append(f.buf, '-')
		}
		f.buf = strconv.AppendUint(f.buf, u, base)
		return
	}
	text := strconv.FormatUint(u, base)
	if minDigits <= len(text) && !f.sharp && !f.plus && !f.space && verb != 'O' && digits[16] == 'x' {
		// Nothing to add but a sign.
		if negative {
			text = "-" + text
		}
		f.padSpaces(text)
		return
	}
	var out []byte
	if negative {
		out = append(out, '-')
	} else if f.plus {
		out = append(out, '+')
	} else if f.space {
		out = append(out, ' ')
	}
	if verb == 'O' {
		out = append(out, "0o"...)
	}
	if f.sharp {
		switch base {
		case 2:
			out = append(out, "0b"...)
		case 8:
			if text[0] != '0' && minDigits <= len(text) {
				out = append(out, '0')
			}
		case 16:
			out = append(out, '0', digits[16])
		}
	}
	for n := len(text); n < minDigits; n++ {
		out = append(out, '0')
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 'a' && digits[16] == 'X' {
			c -= 'a' - 'A'
		}
		out = append(out, c)
	}
	f.padSpaces(bytealg.String(out))
}

// unicodePoint formats u as U+0078, with the flag # as U+0078 'x'.
func (f *formatter) unicodePoint(u uint64) {
	text := strconv.FormatUint(u, 16)
	minDigits := 4
	if f.precPresent && f.prec > 4 {
		minDigits = f.prec
	}
	out := []byte("U+")
	for n := len(text); n < minDigits; n++ {
		out = append(out, '0')
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		out = append(out, c)
	}
	if f.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		out = append(out, " '"...)
		out = utf8.AppendRune(out, rune(u))
		out = append(out, '\'')
	}
	f.padSpaces(bytealg.String(out))
}

// toRune returns u as a rune, U+FFFD if it is too large for one.
func toRune(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

func (f *formatter) char(u uint64) { f.pad(string(toRune(u))) }

func (f *formatter) quotedChar(u uint64) {
	if f.plus {
		f.pad(strconv.QuoteRuneToASCII(toRune(u)))
	} else {
		f.pad(strconv.QuoteRune(toRune(u)))
	}
}

// truncate returns the first characters of s, as many as the precision says.
func (f *formatter) truncate(s string) string {
	if f.precPresent {
		n := f.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (f *formatter) str(s string) { f.pad(f.truncate(s)) }

// quoted formats s as a Go string: backquoted with the flag #, if it can be.
func (f *formatter) quoted(s string) {
	s = f.truncate(s)
	switch {
	case f.sharp && strconv.CanBackquote(s):
		f.pad("`" + s + "`")
	case f.plus:
		f.pad(strconv.QuoteToASCII(s))
	default:
		f.pad(strconv.Quote(s))
	}
}

// hexString formats the bytes of s in hexadecimal, with the flag space apart, with # each run prefixed by 0x.
func (f *formatter) hexString(s string, digits string) {
	if f.precPresent && f.prec < len(s) {
		s = s[:f.prec]
	}
	if s == "" {
		if f.widPresent {
			f.fill(f.wid)
		}
		return
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if f.space && i > 0 {
			out = append(out, ' ')
		}
		if f.sharp && (f.space || i == 0) {
			out = append(out, '0', digits[16])
		}
		out = append(out, digits[s[i]>>4], digits[s[i]&15])
	}
	f.pad(bytealg.String(out))
}

// float formats v, a float of size bits. prec is for when the precision is not given.
func (f *formatter) float(v float64, size int, verb rune, prec int) {
	if f.precPresent {
		prec = f.prec
	}
	text := strconv.FormatFloat(v, byte(verb), prec, size)
	sign := byte('+')
	if text[0] == '-' || text[0] == '+' {
		sign = text[0]
		text = text[1:]
	}
	showSign := f.plus || sign == '-'
	if f.space && sign == '+' && !f.plus {
		sign = ' '
		showSign = true
	}
	if text[0] == 'I' || text[0] == 'N' {
		// Never padded with zeros; an infinity always has a sign.
		if showSign || text[0] == 'I' {
			text = string(rune(sign)) + text
		}
		f.padSpaces(text)
		return
	}
	if f.sharp && verb != 'b' {
		text = keepPoint(text, verb, prec)
	}
	if !showSign {
		f.pad(text)
		return
	}
	if f.zero && f.widPresent && f.wid > len(text)+1 {
		// The sign goes before the zeros.
		f.buf = append(f.buf, sign)
		f.fill(f.wid - len(text) - 1)
		f.buf = append(f.buf, text...)
		return
	}
	f.pad(string(rune(sign)) + text)
}

// keepPoint gives text a decimal point, and for the g verbs the zeros at the end that they drop.
func keepPoint(text string, verb rune, prec int) string {
	missing := 0 // significant digits that are not there
	switch verb {
	case 'g', 'G', 'v', 'x':
		missing = prec
		if missing < 0 {
			missing = 6
		}
	}
	isHex := verb == 'x' || verb == 'X'
	point, significant := false, false
	end := len(text) // of the mantissa
	for i := 0; i < end; i++ {
		switch c := text[i]; {
		case c == '.':
			point = true
		case c == 'p' || c == 'P' || !isHex && (c == 'e' || c == 'E'):
			end = i
		default:
			significant = significant || c != '0'
			if significant {
				missing--
			}
		}
	}
	out := append([]byte(nil), text[:end]...)
	if !point {
		if end == 1 && text[0] == '0' {
			missing-- // a lone zero counts
		}
		out = append(out, '.')
	}
	for ; missing > 0; missing-- {
		out = append(out, '0')
	}
	return string(append(out, text[end:]...))
}
