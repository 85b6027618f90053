// Package iotest has readers and writers that are difficult, to test others with. Mirrors: src/testing/iotest (Go 1.19).
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

type readFunc func(p []byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

type writeFunc func(p []byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// OneByteReader returns a reader that reads one byte of r at a time.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		if len(p) == 0 {
			return 0, nil
		}
		return r.Read(p[:1])
	})
}

// HalfReader returns a reader that reads half of what it is asked for.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader returns a reader that gives the error with the last bytes, not after them.
func DataErrReader(r io.Reader) io.Reader {
	data := make([]byte, 1024)
	var unread []byte
	return readFunc(func(p []byte) (n int, err error) {
		// Twice around: the next read must be known to have failed.
		for {
			if len(unread) == 0 {
				k, e := r.Read(data)
				unread, err = data[:k], e
			}
			if n > 0 || err != nil {
				return n, err
			}
			n = copy(p, unread)
			unread = unread[n:]
		}
	})
}

// ErrTimeout is the error of a TimeoutReader.
var ErrTimeout = errors.New("timeout")

// TimeoutReader returns a reader whose second read without bytes to spare fails with ErrTimeout; later ones succeed.
func TimeoutReader(r io.Reader) io.Reader {
	count := 0
	return readFunc(func(p []byte) (int, error) {
		if count++; count == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader returns a reader that always fails.
func ErrReader(err error) io.Reader { return readFunc(func([]byte) (int, error) { return 0, err }) }

// TruncateWriter returns a writer that writes n bytes to w and silently loses the rest.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		take := min(int64(len(p)), n)
		k, err := w.Write(p[:take])
		n -= int64(k)
		if err == nil {
			k = len(p)
		}
		return k, err
	})
}

// NewWriteLogger returns a writer to w that logs what is written, in hexadecimal, behind prefix.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		n, err := w.Write(p)
		logBytes(prefix, p[:n], err)
		return n, err
	})
}

// NewReadLogger returns a reader of r that logs what is read, in hexadecimal, behind prefix.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		logBytes(prefix, p[:n], err)
		return n, err
	})
}

func logBytes(prefix string, p []byte, err error) {
	if err != nil {
		log.Printf("%s %x: %v", prefix, p, err)
	} else {
		log.Printf("%s %x", prefix, p)
	}
}

// smallReader asks r for a few bytes at a time, not always as many.
type smallReader struct {
	r      io.Reader
	off, n int
}

func (r *smallReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	r.n = r.n%3 + 1
	n, err := r.r.Read(p[:min(r.n, len(p))])
	if err != nil && err != io.EOF {
		err = fmt.Errorf("Read(%d bytes at offset %d): %v", min(r.n, len(p)), r.off, err)
	}
	r.off += n
	return n, err
}

// TestReader tests that r reads content, in pieces of many sizes, and that its ReadAt and Seek, if it has them, do what
// they should. The error says what it does wrong.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(&smallReader{r: r})
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		if err := testSeeker(s, content); err != nil {
			return err
		}
	}
	if a, ok := r.(io.ReaderAt); ok {
		return testReaderAt(a, content)
	}
	return nil
}

// seek goes to a place and tests that r says that it is there.
func seek(r io.Seeker, off int64, whence int, want int64) error {
	if got, err := r.Seek(off, whence); err != nil || got != want {
		return fmt.Errorf("Seek(%d, %d) from somewhere = %d, %v, want %d, nil", off, whence, got, err, want)
	}
	return nil
}

func testSeeker(r io.ReadSeeker, content []byte) error {
	size := int64(len(content))
	rest := func(from int64) error {
		data, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("ReadAll from offset %d: %v", from, err)
		}
		if !bytes.Equal(data, content[from:]) {
			return fmt.Errorf("ReadAll from offset %d = %q\n\twant %q", from, data, content[from:])
		}
		return nil
	}
	third := size / 3
	for _, step := range []struct {
		off    int64
		whence int
		want   int64
	}{{0, io.SeekCurrent, size}, {0, io.SeekStart, 0}, {third, io.SeekStart, third}, {-size, io.SeekEnd, 0},
		{-third, io.SeekEnd, size - third}, {0, io.SeekEnd, size}} {
		if err := seek(r, step.off, step.whence, step.want); err != nil {
			return err
		}
		if err := rest(step.want); err != nil {
			return err
		}
	}
	// Relative to a place in the middle, and to before the start.
	if err := seek(r, third, io.SeekStart, third); err != nil {
		return err
	}
	if err := seek(r, third, io.SeekCurrent, 2*third); err != nil {
		return err
	}
	if err := rest(2 * third); err != nil {
		return err
	}
	if off, err := r.Seek(-1, io.SeekStart); err == nil {
		return fmt.Errorf("Seek(-1, 0) = %d, nil, want error", off)
	}
	return nil
}

func testReaderAt(r io.ReaderAt, content []byte) error {
	size := len(content)
	data := make([]byte, size, size+1)
	fill := func(p []byte) {
		for i := range p {
			p[i] = 0xfe
		}
	}
	fill(data)
	if n, err := r.ReadAt(data, 0); n != size || err != nil && err != io.EOF {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, nil or EOF", size, n, err, size)
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAt(%d, 0) = %q\n\twant %q", size, data, content)
	}
	if n, err := r.ReadAt(data[:1], int64(size)); n != 0 || err != io.EOF {
		return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 0, EOF", size, n, err)
	}
	if n, err := r.ReadAt(data[:cap(data)], 0); n != size || err != io.EOF {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, EOF", cap(data), n, err, size)
	}
	for i := range content {
		data := make([]byte, size-i)
		n, err := r.ReadAt(data, int64(i))
		if n != len(data) || err != nil && err != io.EOF || !bytes.Equal(data, content[i:]) {
			return fmt.Errorf("ReadAt(%d, %d) = %q, %v, %v, want %q", len(data), i, data[:n], n, err, content[i:])
		}
	}
	if n, err := r.ReadAt(make([]byte, 10), -1); err == nil {
		return fmt.Errorf("ReadAt(10, -1) = %v, nil, want error", n)
	}
	return nil
}
