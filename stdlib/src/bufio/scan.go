package bufio

import (
	"errors"
	"internal/bytealg"
	"io"
	"unicode/utf8"
)

// SplitFunc finds the first token in data, the input that is not yet used; atEOF says that no more will come.
// It returns how much of data to skip and the token. With no token (nil) and no error it is called again with
// more data. ErrFinalToken makes its token the last one; other errors end the scan.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")

	// ErrFinalToken is for SplitFuncs: this token is the last one.
	ErrFinalToken = errors.New("final token")
)

// MaxScanTokenSize is how much a Scanner holds at once, unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

const firstScanBuffer = 4096

// Scanner cuts input into tokens: lines, unless Split says otherwise. buf[start:end] is input not yet used.
type Scanner struct {
	r       io.Reader
	split   SplitFunc
	max     int // the size that buf may have
	token   []byte
	buf     []byte
	start   int
	end     int
	err     error // of reading or splitting; io.EOF in the end
	empties int   // empty tokens in a row without progress
	started bool
	done    bool
}

// NewScanner returns a Scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

// Err returns the error that ended the scan, nil if that was the end of the input.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the token that Scan found, in memory that a later Scan may write to.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token that Scan found as a string.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the first buffer and how large it may become; max counts if it is more than cap(buf). It panics
// after the first Scan.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.max = max
}

// Split sets what finds the tokens. It panics after the first Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// fail notes the first error; the end of the input is none that others may not replace.
func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan finds the next token; false at the end of the input or after an error. It panics if the SplitFunc returns
// too many empty tokens without using up input.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.started = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				if err == ErrFinalToken {
					s.token = token
					s.done = true
					return true
				}
				s.fail(err)
				return false
			}
			if !s.skip(advance) {
				return false
			}
			s.token = token
			if token != nil {
				s.countEmpty(advance)
				return true
			}
		}
		if s.err != nil {
			s.start = 0
			s.end = 0
			return false
		}
		if !s.makeRoom() {
			return false
		}
		s.read()
	}
}

// skip moves start past n bytes that the SplitFunc used.
func (s *Scanner) skip(n int) bool {
	if n < 0 {
		s.fail(ErrNegativeAdvance)
		return false
	}
	if n > s.end-s.start {
		s.fail(ErrAdvanceTooFar)
		return false
	}
	s.start += n
	return true
}

// countEmpty keeps a SplitFunc from giving empty tokens for ever at the end of the input.
func (s *Scanner) countEmpty(advance int) {
	if s.err == nil || advance > 0 {
		s.empties = 0
		return
	}
	s.empties++
	if s.empties > emptyReadsMax {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
}

// makeRoom sees to it that there is room behind end.
func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.max || len(s.buf) > 1<<62 {
		s.fail(ErrTooLong)
		return false
	}
	size := 2 * len(s.buf)
	if size == 0 {
		size = firstScanBuffer
	}
	if size > s.max {
		size = s.max
	}
	buf := make([]byte, size)
	copy(buf, s.buf[s.start:s.end])
	s.buf = buf
	s.end -= s.start
	s.start = 0
	return true
}

// read reads once, or until there is something.
func (s *Scanner) read() {
	for tries := 0; ; tries++ {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fail(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
		if tries >= emptyReadsMax {
			s.fail(io.ErrNoProgress)
			return
		}
	}
}

// ScanBytes is a SplitFunc: each byte is a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

var encodedError = []byte("\uFFFD")

// ScanRunes is a SplitFunc: each rune is a token, U+FFFD for an invalid byte.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if data[0] < utf8.RuneSelf {
		return 1, data[:1], nil
	}
	_, n := utf8.DecodeRune(data)
	if n > 1 {
		return n, data[:n], nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	return 1, encodedError, nil
}

// dropCR returns line without a carriage return at its end.
func dropCR(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanLines is a SplitFunc: each line is a token, without \n or \r\n; the last one needs neither.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	if i := bytealg.IndexByte(data, '\n'); i >= 0 {
		return i + 1, dropCR(data[:i]), nil
	}
	if atEOF {
		return len(data), dropCR(data), nil
	}
	return 0, nil, nil
}

// ScanWords is a SplitFunc: each run of runes between white space is a token.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start, end := bytealg.NextField(bytealg.String(data), 0)
	if end < len(data) {
		_, n := utf8.DecodeRune(data[end:])
		return end + n, data[start:end], nil
	}
	if atEOF && start < end {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
