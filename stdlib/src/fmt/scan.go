package fmt

import (
	"errors"
	"internal/bytealg"
	"io"
	"os"
	"unicode/utf8"
)

// ScanState is what a Scanner is given: the input, as far as the width of the verb allows.
type ScanState interface {
	// ReadRune reads the next rune; io.EOF at the end of the input, of the line for Scanln and its kin, and of
	// the width.
	ReadRune() (r rune, size int, err error)
	// UnreadRune gives back the last one.
	UnreadRune() error
	// SkipSpace skips white space; newlines as the operation says.
	SkipSpace()
	// Token reads the runes that f accepts (nil: all but white space), after skipping space if wanted. The result
	// may be overwritten by the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width of the verb, and whether there is one.
	Width() (wid int, ok bool)
	// Read is only there for the method set: it fails.
	Read(buf []byte) (n int, err error)
}

// Scanner is a value that scans itself, by verb; its receiver is where to store.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values from standard input, between white space, newlines included. It returns how many it stored;
// if less than wanted, the error says why.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan that stops at a newline; after the last value there must be one, or the end.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads from standard input as format says. Newlines must match.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&stringReader{str, 0, 0}, a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringReader{str, 0, 0}, a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringReader{str, 0, 0}, format, a...)
}

// Fscan is Scan from r. If r has no UnreadRune, a rune may be lost between two calls.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanState(r)
	s.nlIsSpace = true
	return s.scan(a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanState(r)
	s.nlIsEnd = true
	return s.scan(a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScanState(r).scanf(format, a)
}

// stringReader reads runes from a string.
type stringReader struct {
	s    string
	pos  int
	last int // the size of the last rune read
}

func (r *stringReader) Read(b []byte) (n int, err error) {
	if r.pos >= len(r.s) {
		return 0, io.EOF
	}
	n = copy(b, r.s[r.pos:])
	r.pos += n
	return n, nil
}

func (r *stringReader) ReadRune() (ch rune, size int, err error) {
	if r.pos >= len(r.s) {
		r.last = 0
		return 0, 0, io.EOF
	}
	ch, r.last = utf8.DecodeRuneInString(r.s[r.pos:])
	r.pos += r.last
	return ch, r.last, nil
}

func (r *stringReader) UnreadRune() error {
	r.pos -= r.last
	r.last = 0
	return nil
}

// runeReader reads runes from a Reader, byte by byte: what it does not return stays there.
type runeReader struct {
	reader io.Reader
	left   []byte // read already: the rest of an invalid sequence
	last   rune
	unread bool // last is to be read again
	one    [1]byte
}

func (r *runeReader) readByte() (byte, error) {
	if len(r.left) > 0 {
		c := r.left[0]
		r.left = r.left[1:]
		return c, nil
	}
	_, err := io.ReadFull(r.reader, r.one[:])
	return r.one[0], err
}

func (r *runeReader) ReadRune() (ch rune, size int, err error) {
	if r.unread {
		r.unread = false
		return r.last, utf8.RuneLen(r.last), nil
	}
	c, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	if c < utf8.RuneSelf {
		r.last = rune(c)
		return r.last, 1, nil
	}
	sequence := []byte{c}
	for !utf8.FullRune(sequence) {
		c, err = r.readByte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		sequence = append(sequence, c)
	}
	r.last, size = utf8.DecodeRune(sequence)
	r.left = append(sequence[size:], r.left...)
	return r.last, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.unread {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.unread = true
	return nil
}

const (
	eof       = -1
	unlimited = 1 << 30
)

// scanState is the state of one call of a scan function. Errors are raised as panics with a scanError, or io.EOF,
// which scan and scanf return.
type scanState struct {
	rs    io.RuneScanner
	token []byte
	count int // runes read
	limit int // count at which the current width is used up
	wid   int
	atEOF bool

	nlIsSpace bool // newlines are white space
	nlIsEnd   bool // a newline ends the input
}

type scanError struct {
	err error
}

func newScanState(r io.Reader) *scanState {
	s := &scanState{limit: unlimited, wid: unlimited}
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
	} else {
		s.rs = &runeReader{reader: r}
	}
	return s
}

func (s *scanState) fail(err error) { panic(scanError{err}) }

func (s *scanState) failText(text string) { s.fail(errors.New(text)) }

// catch turns a raised error into *errp. It is to be deferred.
func catch(errp *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*errp = e.err
	case error:
		if e != io.EOF {
			panic(e)
		}
		*errp = e
	default:
		panic(e)
	}
}

func (s *scanState) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanState) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	switch {
	case err == nil:
		s.count++
		s.atEOF = s.nlIsEnd && r == '\n'
	case err == io.EOF:
		s.atEOF = true
	}
	return r, size, err
}

func (s *scanState) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	return nil
}

func (s *scanState) Width() (wid int, ok bool) {
	if s.wid == unlimited {
		return 0, false
	}
	return s.wid, true
}

func (s *scanState) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer func() {
		if e := recover(); e != nil {
			failed, ok := e.(scanError)
			if !ok {
				panic(e)
			}
			err = failed.err
		}
	}()
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	if f == nil {
		s.word()
	} else {
		s.run(f)
	}
	return s.token, nil
}

// next reads a rune, eof at the end.
func (s *scanState) next() rune {
	r, _, err := s.ReadRune()
	if err == nil {
		return r
	}
	if err != io.EOF {
		s.fail(err)
	}
	return eof
}

// mustNext reads a rune, which must be there.
func (s *scanState) mustNext() rune {
	r := s.next()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// needInput raises io.EOF at the end of the input.
func (s *scanState) needInput() {
	if s.next() == eof {
		panic(io.EOF)
	}
	s.UnreadRune()
}

func isSpace(r rune) bool {
	if r < 0x100 {
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	}
	return r == 0x1680 || 0x2000 <= r && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F ||
		r == 0x205F || r == 0x3000
}

func (s *scanState) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if !s.nlIsSpace {
				s.failText("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// run collects the runes that f accepts.
func (s *scanState) run(f func(rune) bool) {
	for {
		r := s.next()
		if r == eof {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

// word collects the runes up to white space.
func (s *scanState) word() {
	for {
		r := s.next()
		if r == eof {
			return
		}
		if isSpace(r) {
			s.UnreadRune()
			return
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

// isOneOf reports whether r is one of the ASCII characters in set.
func isOneOf(set string, r rune) bool {
	return 0 <= r && r < utf8.RuneSelf && bytealg.IndexByteString(set, byte(r)) >= 0
}

// peek reports whether the next rune is one of set.
func (s *scanState) peek(set string) bool {
	r := s.next()
	if r != eof {
		s.UnreadRune()
	}
	return isOneOf(set, r)
}

// accept collects the next rune if it is one of set.
func (s *scanState) accept(set string) bool {
	r := s.next()
	if r == eof {
		return false
	}
	if !isOneOf(set, r) {
		s.UnreadRune()
		return false
	}
	s.token = append(s.token, byte(r))
	return true
}

// acceptAll collects runes as long as they are in set.
func (s *scanState) acceptAll(set string) {
	for s.accept(set) {
	}
}

// scan stores values, each as %v does.
func (s *scanState) scan(a []any) (n int, err error) {
	defer catch(&err)
	for _, arg := range a {
		s.scanOne('v', arg)
		n++
	}
	if s.nlIsEnd {
		s.expectNewline()
	}
	return n, nil
}

// expectNewline skips the rest of a line, which must be white space.
func (s *scanState) expectNewline() {
	for {
		r := s.next()
		if r == '\n' || r == eof {
			return
		}
		if !isSpace(r) {
			s.failText("expected newline")
		}
	}
}
