// Package strings searches, cuts, joins and maps UTF-8 strings. Loops over bytes are natives of
// internal/bytealg; what takes a callback or allocates pieces is here.
package strings

import (
	"internal/bytealg"
	"unicode/utf8"
)

// Builder builds a string piece by piece in memory that the string then shares. The zero value is empty and
// ready; a Builder must not be copied after its first use.
type Builder struct {
	self *Builder // where it was first used: a copy shows by being elsewhere
	buf  []byte
}

func (b *Builder) checkCopy() {
	if b.self == nil {
		b.self = b
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String returns what was written so far.
func (b *Builder) String() string { return bytealg.String(b.buf) }

// Len returns the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns the capacity of the memory under the string.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes the Builder empty again. Strings made before keep their memory.
func (b *Builder) Reset() {
	b.self = nil
	b.buf = nil
}

// Grow makes room for n more bytes without another allocation.
func (b *Builder) Grow(n int) {
	b.checkCopy()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		grown := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(grown, b.buf)
		b.buf = grown
	}
}

// Write appends p and never fails.
func (b *Builder) Write(p []byte) (int, error) {
	b.checkCopy()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c and never fails.
func (b *Builder) WriteByte(c byte) error {
	b.checkCopy()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends the encoding of r and returns its length.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.checkCopy()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s and never fails.
func (b *Builder) WriteString(s string) (int, error) {
	b.checkCopy()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
