package fmt

import "unicode/utf8"

// scanf stores values as format says.
func (s *scanState) scanf(format string, a []any) (n int, err error) {
	defer catch(&err)
	for i := 0; i < len(format); {
		size, matched := s.literal(format[i:])
		if matched {
			i += size
		} else if format[i] != '%' { // a %% in front may still be there after white space
			s.failText("input does not match format")
		}
		if i >= len(format) {
			break
		}
		i++ // %
		wid, present, end := number(format, i, len(format)-1)
		if !present {
			wid = unlimited
		}
		i = end
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		s.wid = wid
		if verb == '%' {
			s.SkipSpace()
			s.needInput()
			if !s.accept("%") {
				s.failText("missing literal %")
			}
			continue
		}
		if n >= len(a) {
			s.failText("too few operands for format '%" + format[i-size:] + "'")
		}
		s.limit = unlimited
		if end := s.count + wid; end < s.limit {
			s.limit = end
		}
		s.scanOne(verb, a[n])
		n++
		s.limit = unlimited
	}
	if n < len(a) {
		s.failText("too many operands")
	}
	return n, nil
}

// literal matches input against format up to its first verb, and returns how much of format that is.
func (s *scanState) literal(format string) (size int, matched bool) {
	for size < len(format) {
		c, width := utf8.DecodeRuneInString(format[size:])
		if isSpace(c) {
			size += s.spaces(format[size:])
			continue
		}
		if c == '%' {
			if size+1 == len(format) {
				s.failText("missing verb: % at end of format string")
			}
			if format[size+1] != '%' {
				return size, true
			}
			size++ // %% is a %
		}
		if s.mustNext() != c {
			s.UnreadRune()
			return size, false
		}
		size += width
	}
	return size, true
}

// spaces matches the white space that format starts with, and returns how much of format that is: for each newline
// one in the input, maybe after other space; then, if other space follows the last, as much as there is (at least
// one, without any newline in the format).
func (s *scanState) spaces(format string) int {
	size, newlines := 0, 0
	trailing := false
	for size < len(format) {
		c, width := utf8.DecodeRuneInString(format[size:])
		if !isSpace(c) {
			break
		}
		trailing = c != '\n'
		if !trailing {
			newlines++
		}
		size += width
	}
	for i := 0; i < newlines; i++ {
		if r := s.nextAfterBlanks(s.next()); r != '\n' && r != eof {
			s.failText("newline in format does not match input")
		}
	}
	if !trailing {
		return size
	}
	r := s.next()
	if newlines == 0 {
		if !isSpace(r) && r != eof {
			s.failText("expected space in input to match format")
		}
		if r == '\n' {
			s.failText("newline in input does not match format")
		}
	}
	if s.nextAfterBlanks(r) != eof {
		s.UnreadRune()
	}
	return size
}

// nextAfterBlanks returns the first rune from r on that is no white space, or a newline.
func (s *scanState) nextAfterBlanks(r rune) rune {
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	return r
}
