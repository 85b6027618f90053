// Readers and writers made of others: limits, sections, tees, several in a row or at once.
package io

import (
	"errors"
	"sync"
)

var (
	errWhence = errors.New("Seek: invalid whence")
	errOffset = errors.New("Seek: invalid offset")
)

// LimitReader returns a *LimitedReader: r cut off, with EOF, after n bytes.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// LimitedReader reads from R at most N more bytes; each Read lowers N.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// NewSectionReader returns a reader of the n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	const maxInt64 = 1<<63 - 1
	end := int64(maxInt64) // a section whose end does not fit is unbounded
	if off <= maxInt64-n {
		end = off + n
	}
	return &SectionReader{r, off, off, end, n}
}

// SectionReader reads a section of a ReaderAt, with a position of its own.
type SectionReader struct {
	r     ReaderAt
	start int64
	pos   int64
	end   int64
	n     int64 // as NewSectionReader was told
}

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.pos >= s.end {
		return 0, EOF
	}
	if left := s.end - s.pos; int64(len(p)) > left {
		p = p[:left]
	}
	n, err = s.r.ReadAt(p, s.pos)
	s.pos += int64(n)
	return n, err
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.start
	case SeekCurrent:
		offset += s.pos
	case SeekEnd:
		offset += s.end
	default:
		return 0, errWhence
	}
	if offset < s.start {
		return 0, errOffset
	}
	s.pos = offset
	return offset - s.start, nil
}

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	left := s.Size() - off
	if int64(len(p)) <= left {
		return s.r.ReadAt(p, s.start+off)
	}
	n, err = s.r.ReadAt(p[:left], s.start+off)
	if err == nil {
		err = EOF // p was asked for, and the section ends before
	}
	return n, err
}

// Size returns the length of the section in bytes.
func (s *SectionReader) Size() int64 { return s.end - s.start }

// Outer returns what NewSectionReader was called with.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.start, s.n }

// OffsetWriter writes to a WriterAt from an offset on, with a position of its own.
type OffsetWriter struct {
	w    WriterAt
	base int64
	off  int64
}

// NewOffsetWriter returns a writer whose position 0 is at offset off of w.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return n, err
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, off+o.base)
}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += o.base
	case SeekCurrent:
		offset += o.off
	default:
		return 0, errWhence
	}
	if offset < o.base {
		return 0, errOffset
	}
	o.off = offset
	return offset - o.base, nil
}

// TeeReader returns a reader of r that first writes to w whatever it returns. A failed write is a failed read.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader
	w Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if k, writeErr := t.w.Write(p[:n]); writeErr != nil {
			return k, writeErr
		}
	}
	return n, err
}

// MultiReader returns a reader of all readers' bytes, one reader after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type multiReader struct {
	rest []Reader
}

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.rest) > 0 {
		// A chain of MultiReaders of MultiReaders must not cost a call for each link.
		if inner, ok := m.rest[0].(*multiReader); ok && len(m.rest) == 1 {
			m.rest = inner.rest
			continue
		}
		n, err = m.rest[0].Read(p)
		if err == EOF {
			m.rest[0] = endReader{} // lets the reader be freed even if somebody still holds the slice
			m.rest = m.rest[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.rest) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

// endReader is a stream without bytes.
type endReader struct{}

func (endReader) Read([]byte) (int, error) { return 0, EOF }

func (m *multiReader) WriteTo(w Writer) (sum int64, err error) {
	return m.writeTo(w, make([]byte, 32<<10))
}

// writeTo shares one buffer among all nested readers.
func (m *multiReader) writeTo(w Writer, buf []byte) (sum int64, err error) {
	for i, r := range m.rest {
		var n int64
		if inner, ok := r.(*multiReader); ok {
			n, err = inner.writeTo(w, buf)
		} else {
			n, err = copyStream(w, r, buf)
		}
		sum += n
		if err != nil {
			m.rest = m.rest[i:] // can be tried again from here
			return sum, err
		}
		m.rest[i] = nil
	}
	m.rest = nil
	return sum, nil
}

// MultiWriter returns a writer that writes everything to each of writers in turn and stops at the first error.
func MultiWriter(writers ...Writer) Writer {
	all := make([]Writer, 0, len(writers))
	for _, w := range writers {
		if m, ok := w.(*multiWriter); ok {
			all = append(all, m.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

type multiWriter struct {
	writers []Writer
}

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		n, err = w.Write(p)
		if err != nil {
			return n, err
		}
		if n != len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	var bytes []byte // s, once a writer needs it so
	for _, w := range m.writers {
		if sw, ok := w.(StringWriter); ok {
			n, err = sw.WriteString(s)
		} else {
			if bytes == nil {
				bytes = []byte(s)
			}
			n, err = w.Write(bytes)
		}
		if err != nil {
			return n, err
		}
		if n != len(s) {
			return n, ErrShortWrite
		}
	}
	return len(s), nil
}

// Discard is a Writer that takes everything and does nothing.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

// scratch is what discarded reads go to.
var scratch = sync.Pool{New: func() any {
	buf := make([]byte, 8<<10)
	return &buf
}}

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := scratch.Get().(*[]byte)
	defer scratch.Put(buf)
	for {
		k, err := r.Read(*buf)
		n += int64(k)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// NopCloser gives r a Close that does nothing. The result has a WriteTo if r has one.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserTo{r}
	}
	return nopCloser{r}
}

// Both have the reader as their first field: package net/http of a Go tree takes it from there, by reflection.

type nopCloser struct {
	Reader
}

func (nopCloser) Close() error { return nil }

type nopCloserTo struct {
	Reader
}

func (nopCloserTo) Close() error { return nil }

func (c nopCloserTo) WriteTo(w Writer) (n int64, err error) { return c.Reader.(WriterTo).WriteTo(w) }
