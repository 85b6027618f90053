package fmt

import (
	"internal/rtype"
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

const (
	octalDigits   = "01234567_"
	decimalDigits = "0123456789_"
	hexDigits     = "0123456789aAbBcCdDeEfF_"
	binaryDigits  = "01_"
	floatVerbs    = "beEfFgGv"
)

// scanOne stores one value in what arg points to.
func (s *scanState) scanOne(verb rune, arg any) {
	s.token = s.token[:0]
	switch v := arg.(type) {
	case Scanner:
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.fail(err)
		}
	case *int:
		*v = int(s.scanInt(verb, 64))
	case *string:
		*v = s.scanString(verb)
	case *float64:
		*v = s.scanFloat(verb, 64, "float64")
	case *int64:
		*v = s.scanInt(verb, 64)
	case *int32:
		*v = int32(s.scanInt(verb, 32))
	case *bool:
		*v = s.scanBool(verb)
	case *[]byte:
		*v = []byte(s.scanString(verb))
	case *float32:
		*v = float32(s.scanFloat(verb, 32, "float32"))
	default:
		s.scanInto(rtype.ValueOf(arg), verb)
	}
}

// scanInto stores a value of any kind that can be scanned.
func (s *scanState) scanInto(pointer rtype.Value, verb rune) {
	if pointer.Kind() != rtype.Pointer {
		if !pointer.IsValid() {
			s.failText("type not a pointer: <nil>")
		}
		s.failText("type not a pointer: " + pointer.Type().String())
	}
	v := pointer.Elem()
	switch v.Kind() {
	case rtype.Bool:
		v.SetBool(s.scanBool(verb))
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		v.SetInt(s.scanInt(verb, v.Type().Bits()))
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		v.SetUint(s.scanUint(verb, v.Type().Bits()))
	case rtype.String:
		v.SetString(s.scanString(verb))
	case rtype.Float32, rtype.Float64:
		s.SkipSpace()
		s.needInput()
		v.SetFloat(s.parseFloat(s.floatText(), v.Type().Bits()))
	case rtype.Complex64, rtype.Complex128:
		v.SetComplex(s.scanComplex(verb, v.Type().Bits()))
	case rtype.Slice:
		if v.Type().Elem().Kind() == rtype.Uint8 {
			v.SetBytes([]byte(s.scanString(verb)))
			return
		}
		fallthrough
	default:
		s.failText("can't scan type: " + pointer.Type().String())
	}
}

// checkVerb fails unless verb is one of those allowed.
func (s *scanState) checkVerb(verb rune, allowed, what string) {
	if !isOneOf(allowed, verb) {
		s.failText("bad verb '%" + string(verb) + "' for " + what)
	}
}

func (s *scanState) scanBool(verb rune) bool {
	s.SkipSpace()
	s.needInput()
	s.checkVerb(verb, "tv", "boolean")
	// A word that begins must be finished, in any case.
	finish := func(rest ...string) {
		for i, set := range rest {
			if !s.accept(set) {
				if i > 0 {
					s.failText("syntax error scanning boolean")
				}
				return
			}
		}
	}
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		finish("rR", "uU", "eE")
		return true
	case 'f', 'F':
		finish("aA", "lL", "sS", "eE")
	}
	return false
}

// scanChar stores the next rune itself.
func (s *scanState) scanChar(bits int) int64 {
	s.needInput()
	r := int64(s.next())
	shift := uint(64 - bits)
	if r<<shift>>shift != r {
		s.failText("overflow on character value " + string(rune(r)))
	}
	return r
}

// integerText collects the text of an integer, and returns the base to parse it in (0: as its prefix says).
func (s *scanState) integerText(verb rune, signed bool) (base int) {
	s.SkipSpace()
	s.needInput()
	s.checkVerb(verb, "bdoUxXv", "integer")
	base = 10
	digits := decimalDigits
	switch verb {
	case 'b':
		base, digits = 2, binaryDigits
	case 'o':
		base, digits = 8, octalDigits
	case 'x', 'X', 'U':
		base, digits = 16, hexDigits
	}
	if verb != 'v' {
		digits = digits[:len(digits)-1] // underscores are for %v
	}
	if verb == 'U' {
		if !s.skip("U") || !s.skip("+") {
			s.failText("bad unicode format ")
		}
	} else if signed {
		s.accept("+-")
	}
	if verb == 'v' {
		base = 0
		if s.accept("0") {
			switch {
			case s.accept("bB"):
				digits = binaryDigits
			case s.accept("xX"):
				digits = hexDigits
			default:
				s.accept("oO")
				digits = octalDigits
			}
			s.acceptAll(digits)
			return base
		}
	}
	s.needInput()
	if !s.accept(digits) {
		s.failText("expected integer")
	}
	s.acceptAll(digits)
	return base
}

// skip drops the next rune if it is one of set. Otherwise the rune is lost, too.
func (s *scanState) skip(set string) bool { return isOneOf(set, s.next()) }

func (s *scanState) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.scanChar(bits)
	}
	base := s.integerText(verb, true)
	text := string(s.token)
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.fail(err)
	}
	shift := uint(64 - bits)
	if i<<shift>>shift != i {
		s.failText("integer overflow on token " + text)
	}
	return i
}

func (s *scanState) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanChar(bits))
	}
	base := s.integerText(verb, false)
	text := string(s.token)
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.fail(err)
	}
	shift := uint(64 - bits)
	if i<<shift>>shift != i {
		s.failText("unsigned integer overflow on token " + text)
	}
	return i
}

// floatText collects the text of a float, as far as it looks like one.
func (s *scanState) floatText() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	digits, exponent := decimalDigits, "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexDigits, "pP"
	}
	s.acceptAll(digits)
	if s.accept(".") {
		s.acceptAll(digits)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.acceptAll(decimalDigits)
	}
	return string(s.token)
}

// parseFloat parses text; besides strconv's forms a decimal mantissa with a binary exponent, as %b prints.
func (s *scanState) parseFloat(text string, bits int) float64 {
	split := -1
	hex := false
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 'p':
			if split < 0 {
				split = i
			}
		case 'x', 'X':
			hex = true
		}
	}
	if split < 0 || hex {
		f, err := strconv.ParseFloat(text, bits)
		if err != nil {
			s.fail(err)
		}
		return f
	}
	f, err := strconv.ParseFloat(text[:split], bits)
	var exponent int
	if err == nil {
		exponent, err = strconv.Atoi(text[split+1:])
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = text // all of it
		}
		s.fail(err)
	}
	return math.Ldexp(f, exponent)
}

func (s *scanState) scanFloat(verb rune, bits int, what string) float64 {
	s.checkVerb(verb, floatVerbs, what)
	s.SkipSpace()
	s.needInput()
	return s.parseFloat(s.floatText(), bits)
}

func (s *scanState) scanComplex(verb rune, bits int) complex128 {
	s.checkVerb(verb, floatVerbs, "complex")
	s.SkipSpace()
	s.needInput()
	must := func(ok bool) {
		if !ok {
			s.failText("syntax error scanning complex number")
		}
	}
	parens := s.accept("(")
	re := s.floatText()
	s.token = s.token[:0]
	must(s.accept("+-"))
	sign := string(s.token)
	im := sign + s.floatText()
	must(s.accept("i"))
	must(!parens || s.accept(")"))
	return complex(s.parseFloat(re, bits/2), s.parseFloat(im, bits/2))
}

func (s *scanState) scanString(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.needInput()
	switch verb {
	case 'q':
		return s.quotedText()
	case 'x', 'X':
		return s.hexText()
	}
	s.word()
	return string(s.token)
}

// quotedText reads a string literal of Go.
func (s *scanState) quotedText() string {
	switch quote := s.next(); quote {
	case '`':
		for {
			r := s.mustNext()
			if r == quote {
				return string(s.token)
			}
			s.token = utf8.AppendRune(s.token, r)
		}
	case '"':
		s.token = append(s.token, '"')
		for {
			r := s.mustNext()
			s.token = utf8.AppendRune(s.token, r)
			if r == '\\' {
				// Whatever is escaped cannot end the literal.
				s.token = utf8.AppendRune(s.token, s.mustNext())
			} else if r == quote {
				break
			}
		}
		text, err := strconv.Unquote(string(s.token))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failText("expected quoted string")
	return ""
}

// hexValue returns the value of a hexadecimal digit, -1 if r is none.
func hexValue(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r - 'a' + 10)
	case 'A' <= r && r <= 'F':
		return int(r - 'A' + 10)
	}
	return -1
}

// hexText reads bytes of two hexadecimal digits each.
func (s *scanState) hexText() string {
	for {
		r := s.next()
		if r == eof {
			break
		}
		hi := hexValue(r)
		if hi < 0 {
			s.UnreadRune()
			break
		}
		lo := hexValue(s.mustNext())
		if lo < 0 {
			s.failText("illegal hex digit")
		}
		s.token = append(s.token, byte(hi<<4|lo))
	}
	if len(s.token) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(s.token)
}
