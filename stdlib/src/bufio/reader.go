// Package bufio puts buffers between programs and readers or writers, and cuts input into tokens.
package bufio

import (
	"errors"
	"internal/bytealg"
	"io"
	"unicode/utf8"
)

const (
	defaultSize   = 4096
	smallestSize  = 16
	emptyReadsMax = 100 // reads in a row without bytes and error before ErrNoProgress
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead  = errors.New("bufio: reader returned negative count from Read")
	errNegativeWrite = errors.New("bufio: writer returned negative count from Write")
)

// Reader reads from another reader in large pieces. buf[r:w] is what was read and not yet returned; err is the
// error to return after it.
type Reader struct {
	buf      []byte
	rd       io.Reader
	r, w     int
	err      error
	lastByte int // the byte that UnreadByte gives back, -1 for none
	lastRune int // the size of the rune that UnreadRune gives back, -1 for none
}

// NewReaderSize returns a Reader of rd with a buffer of at least size bytes: rd itself if it is one.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	if size < smallestSize {
		size = smallestSize
	}
	b := new(Reader)
	b.start(make([]byte, size), rd)
	return b
}

// NewReader is NewReaderSize with a buffer of 4096 bytes.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }

func (b *Reader) start(buf []byte, rd io.Reader) {
	*b = Reader{buf: buf, rd: rd, lastByte: -1, lastRune: -1}
}

// Size returns the size of the buffer.
func (b *Reader) Size() int { return len(b.buf) }

// Reset forgets everything but the buffer and reads from r.
func (b *Reader) Reset(r io.Reader) {
	if r == io.Reader(b) {
		return // NewReader gave the caller its own argument back
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	b.start(b.buf, r)
}

// takeError returns the pending error, once.
func (b *Reader) takeError() error {
	err := b.err
	b.err = nil
	return err
}

// fill reads more into the buffer. REQUIRES: it is not full.
func (b *Reader) fill() {
	if b.r > 0 {
		copy(b.buf, b.buf[b.r:b.w])
		b.w -= b.r
		b.r = 0
	}
	for tries := 0; tries < emptyReadsMax; tries++ {
		n, err := b.rd.Read(b.buf[b.w:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.w += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// Peek returns the next n bytes without taking them, in memory that is the buffer's until the next read. If it
// returns fewer, the error says why: ErrBufferFull if n is more than the buffer holds.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.lastByte = -1
	b.lastRune = -1
	for b.w-b.r < n && b.w-b.r < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.r:b.w], ErrBufferFull
	}
	if have := b.w - b.r; have < n {
		err := b.takeError()
		if err == nil {
			err = ErrBufferFull
		}
		return b.buf[b.r:b.w], err
	}
	return b.buf[b.r : b.r+n], nil
}

// Discard skips the next n bytes; if fewer, the error says why.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.lastByte = -1
	b.lastRune = -1
	left := n
	for {
		skip := b.Buffered()
		if skip == 0 {
			b.fill()
			skip = b.Buffered()
		}
		if skip > left {
			skip = left
		}
		b.r += skip
		left -= skip
		if left == 0 {
			return n, nil
		}
		if b.err != nil {
			return n - left, b.takeError()
		}
	}
}

// Read takes at most what one Read of the underlying reader gives.
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.takeError()
	}
	if b.r == b.w {
		if b.err != nil {
			return 0, b.takeError()
		}
		if len(p) >= len(b.buf) {
			// Large reads go past the buffer.
			n, b.err = b.rd.Read(p)
			if n < 0 {
				panic(errNegativeRead)
			}
			if n > 0 {
				b.lastByte = int(p[n-1])
				b.lastRune = -1
			}
			return n, b.takeError()
		}
		// One read only: fill would go on until there is something.
		b.r = 0
		b.w = 0
		n, b.err = b.rd.Read(b.buf)
		if n < 0 {
			panic(errNegativeRead)
		}
		if n == 0 {
			return 0, b.takeError()
		}
		b.w = n
	}
	n = copy(p, b.buf[b.r:b.w])
	b.r += n
	b.lastByte = int(b.buf[b.r-1])
	b.lastRune = -1
	return n, nil
}

// ReadByte takes one byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.r == b.w {
		if b.err != nil {
			return 0, b.takeError()
		}
		b.fill()
	}
	c := b.buf[b.r]
	b.r++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte gives back the last byte that a read took.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.r == 0 && b.w > 0 {
		return ErrInvalidUnreadByte
	}
	if b.r > 0 {
		b.r--
	} else {
		b.w = 1 // the buffer was never used: the byte went past it
	}
	b.buf[b.r] = byte(b.lastByte)
	b.lastByte = -1
	b.lastRune = -1
	return nil
}

// ReadRune takes one rune: U+FFFD of size 1 for an invalid byte.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.r+utf8.UTFMax > b.w && b.err == nil && b.w-b.r < len(b.buf) && !utf8.FullRune(b.buf[b.r:b.w]) {
		b.fill()
	}
	b.lastRune = -1
	if b.r == b.w {
		return 0, 0, b.takeError()
	}
	r, size = utf8.DecodeRune(b.buf[b.r:b.w])
	b.r += size
	b.lastByte = int(b.buf[b.r-1])
	b.lastRune = size
	return r, size, nil
}

// UnreadRune gives back the rune of a ReadRune just done.
func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.r < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.r -= b.lastRune
	b.lastByte = -1
	b.lastRune = -1
	return nil
}

// Buffered returns how many bytes can be taken from the buffer.
func (b *Reader) Buffered() int { return b.w - b.r }

// ReadSlice takes what is up to and with the first delim, in memory that is the buffer's until the next read. If
// line does not end in delim, the error says why: ErrBufferFull if it does not fit the buffer.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	searched := 0
	for {
		if i := bytealg.IndexByte(b.buf[b.r+searched:b.w], delim); i >= 0 {
			end := b.r + searched + i + 1
			line = b.buf[b.r:end]
			b.r = end
			break
		}
		if b.err != nil {
			line = b.buf[b.r:b.w]
			b.r = b.w
			err = b.takeError()
			break
		}
		if b.Buffered() >= len(b.buf) {
			b.r = b.w
			line = b.buf
			err = ErrBufferFull
			break
		}
		searched = b.w - b.r
		b.fill()
	}
	if len(line) > 0 {
		b.lastByte = int(line[len(line)-1])
		b.lastRune = -1
	}
	return line, err
}

// ReadLine takes a line, without its end, in memory that is the buffer's until the next read. isPrefix says that
// the line goes on: it does not fit the buffer. ReadBytes or a Scanner are easier to use.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	if err == ErrBufferFull {
		if len(line) > 0 && line[len(line)-1] == '\r' {
			// The \n may follow: leave the \r for the next call.
			b.r--
			line = line[:len(line)-1]
		}
		return line, true, nil
	}
	if len(line) == 0 {
		if err != nil {
			line = nil
		}
		return line, false, err
	}
	if line[len(line)-1] == '\n' {
		return dropCR(line[:len(line)-1]), false, nil
	}
	return line, false, nil
}

// collect takes what is up to and with the first delim: the full buffers before it copied, the last part shared.
func (b *Reader) collect(delim byte) (before []byte, last []byte, err error) {
	for {
		last, err = b.ReadSlice(delim)
		if err != ErrBufferFull {
			return before, last, err
		}
		before = append(before, last...)
	}
}

// ReadBytes takes what is up to and with the first delim. If it does not end in delim, the error says why.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	before, last, err := b.collect(delim)
	line := make([]byte, 0, len(before)+len(last))
	line = append(line, before...)
	return append(line, last...), err
}

// ReadString is ReadBytes as a string.
func (b *Reader) ReadString(delim byte) (string, error) {
	before, last, err := b.collect(delim)
	if before == nil {
		return string(last), err
	}
	return bytealg.String(append(before, last...)), err
}

// WriteTo writes everything that is left to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.lastByte = -1
	b.lastRune = -1
	n, err = b.writeBuffer(w)
	if err != nil {
		return n, err
	}
	var m int64
	if wt, ok := b.rd.(io.WriterTo); ok {
		m, err = wt.WriteTo(w)
		return n + m, err
	}
	if rf, ok := w.(io.ReaderFrom); ok {
		m, err = rf.ReadFrom(b.rd)
		return n + m, err
	}
	for b.fill(); b.r < b.w; b.fill() {
		m, err = b.writeBuffer(w)
		n += m
		if err != nil {
			return n, err
		}
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeError()
}

// writeBuffer writes what is in the buffer to w.
func (b *Reader) writeBuffer(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.r:b.w])
	if n < 0 {
		panic(errNegativeWrite)
	}
	b.r += n
	return int64(n), err
}
