package bytes

import (
	"errors"
	"internal/bytealg"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom gives a Read.
const MinRead = 512

// maxSize is more than an address space has.
const maxSize = 1 << 47

// ErrTooLarge is what a Buffer panics with when its contents cannot be held in memory.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

var errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")

// What the last operation was, for UnreadByte and UnreadRune; from 1 up, the length of the rune read.
const (
	lastWasOther = 0
	lastWasRead  = -1
)

// Buffer is a queue of bytes: writes go to the end of buf, reads come from buf[off:]. The zero value is empty
// and ready.
type Buffer struct {
	buf  []byte
	off  int
	last int
}

// NewBuffer returns a Buffer that holds buf, and owns it from now on.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer that holds s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns the unread bytes, in memory that is the Buffer's until its next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// String returns the unread bytes; "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Len returns the number of unread bytes.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns the capacity of the Buffer's memory.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns how many bytes can be written without allocating.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// AvailableBuffer returns the free part of the memory, empty, to append to and then Write.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// Truncate keeps only the first n unread bytes. It panics if there are fewer.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = lastWasOther
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset empties the Buffer and keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = lastWasOther
}

// makeRoom sees to it that n bytes fit behind buf. What was read is given up first.
func (b *Buffer) makeRoom(n int) {
	unread := b.Len()
	if unread == 0 {
		b.buf = b.buf[:0]
		b.off = 0
	}
	if n <= cap(b.buf)-len(b.buf) {
		return
	}
	if n > maxSize-2*cap(b.buf) {
		panic(ErrTooLarge)
	}
	if unread+n <= cap(b.buf)/2 {
		// Sliding down pays: as much as was moved can be written before the next time.
		copy(b.buf, b.buf[b.off:])
	} else {
		size := 2*cap(b.buf) + n
		if size < 64 {
			size = 64
		}
		grown := make([]byte, unread, size)
		copy(grown, b.buf[b.off:])
		b.buf = grown
	}
	b.buf = b.buf[:unread]
	b.off = 0
}

// Grow makes room for n more bytes without another allocation.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.makeRoom(n)
}

// Write appends p; its error is always nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = lastWasOther
	if len(b.buf)+len(p) > cap(b.buf) {
		b.makeRoom(len(p))
	}
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteString appends s; its error is always nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = lastWasOther
	if len(b.buf)+len(s) > cap(b.buf) {
		b.makeRoom(len(s))
	}
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// WriteByte appends c; its error is always nil.
func (b *Buffer) WriteByte(c byte) error {
	b.last = lastWasOther
	if len(b.buf) == cap(b.buf) {
		b.makeRoom(1)
	}
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends the encoding of r; its error is always nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	b.last = lastWasOther
	if len(b.buf)+utf8.UTFMax > cap(b.buf) {
		b.makeRoom(utf8.UTFMax)
	}
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

// ReadFrom appends all of r, to its end or an error.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = lastWasOther
	for {
		b.makeRoom(MinRead)
		k, err := r.Read(b.buf[len(b.buf):cap(b.buf)])
		if k < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:len(b.buf)+k]
		n += int64(k)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes the unread bytes to w, which is then the only reader of them.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = lastWasOther
	if unread := b.Len(); unread > 0 {
		k, err := w.Write(b.buf[b.off:])
		if k > unread {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += k
		n = int64(k)
		if err != nil {
			return n, err
		}
		if k != unread {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read takes up to len(p) bytes; EOF if the Buffer is empty (and p is not).
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = lastWasOther
	if b.off >= len(b.buf) {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = lastWasRead
	}
	return n, nil
}

// Next takes the next n bytes, or all if there are fewer, in memory that is the Buffer's until its next change.
func (b *Buffer) Next(n int) []byte {
	b.last = lastWasOther
	if unread := b.Len(); n > unread {
		n = unread
	}
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.last = lastWasRead
	}
	return data
}

// ReadByte takes the next byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = lastWasRead
	return c, nil
}

// ReadRune takes the next rune: U+FFFD of size 1 for an invalid byte.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.last = size
	return r, size, nil
}

// UnreadRune gives back the rune of a ReadRune just done.
func (b *Buffer) UnreadRune() error {
	if b.last <= 0 {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= b.last
	b.last = lastWasOther
	return nil
}

// UnreadByte gives back the last byte of a read just done.
func (b *Buffer) UnreadByte() error {
	if b.last == lastWasOther {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = lastWasOther
	if b.off > 0 {
		b.off--
	}
	return nil
}

// takeLine takes what is up to and with the first delim, all with EOF if there is none.
func (b *Buffer) takeLine(delim byte) (line []byte, err error) {
	end := bytealg.IndexByte(b.buf[b.off:], delim) + 1
	if end == 0 {
		end = b.Len()
		err = io.EOF
	}
	line = b.buf[b.off : b.off+end]
	b.off += end
	b.last = lastWasRead
	return line, err
}

// ReadBytes takes what is up to and with the first delim; without one, all, and EOF.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	shared, err := b.takeLine(delim)
	return append(line, shared...), err
}

// ReadString is ReadBytes as a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	shared, err := b.takeLine(delim)
	return string(shared), err
}
