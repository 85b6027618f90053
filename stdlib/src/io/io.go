// Package io names the shapes of byte streams (Reader, Writer and their kin) and gives the pieces to join them.
package io

import "errors"

// Whence of Seek: where an offset counts from.
const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

// EOF is what Read returns, unwrapped, when a stream ends as it should.
var EOF = errors.New("EOF")

// ErrUnexpectedEOF is a stream's end in the middle of something.
var ErrUnexpectedEOF = errors.New("unexpected EOF")

// ErrShortWrite is a Write that accepted fewer bytes than asked and gave no error.
var ErrShortWrite = errors.New("short write")

// ErrShortBuffer is a buffer too small for what had to be read.
var ErrShortBuffer = errors.New("short buffer")

// ErrNoProgress is a Reader that keeps returning neither bytes nor an error.
var ErrNoProgress = errors.New("multiple Read calls return no data or error")

// errInvalidWrite is a Write that claims an impossible count.
var errInvalidWrite = errors.New("invalid write result")

// Reader reads up to len(p) bytes into p. It may return fewer, bytes together with an error, and should not
// return 0, nil unless len(p) is 0. It must not keep p.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// Writer writes all of p, or returns an error that says why not. It must neither change nor keep p.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// Closer ends the use of something. What a second Close does is up to the implementation.
type Closer interface {
	Close() error
}

// Seeker moves the offset of the next Read or Write, and returns the new one counted from the start.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

type ReadWriter interface {
	Reader
	Writer
}

type ReadCloser interface {
	Reader
	Closer
}

type WriteCloser interface {
	Writer
	Closer
}

type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

type ReadSeeker interface {
	Reader
	Seeker
}

type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

type WriteSeeker interface {
	Writer
	Seeker
}

type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// ReaderFrom reads r until its end (which is no error) or an error. Copy prefers it to a loop.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// WriterTo writes to w until it has no more data or an error occurs. Copy prefers it to a loop.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// ReaderAt reads len(p) bytes at an offset, or returns an error; it keeps no position, so that calls may run in
// parallel.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// WriterAt writes p at an offset, or returns an error; calls on ranges that do not overlap may run in parallel.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

type ByteReader interface {
	ReadByte() (byte, error)
}

// ByteScanner can take back the last ReadByte.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

type ByteWriter interface {
	WriteByte(c byte) error
}

// RuneReader reads one UTF-8 encoded rune and returns its size in bytes.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// RuneScanner can take back the last ReadRune.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriteString writes s to w, by w's own WriteString if it has one.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads into buf until it holds min bytes. Ending earlier is EOF if nothing was read and
// ErrUnexpectedEOF otherwise; the error is nil exactly if n >= min.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var k int
		k, err = r.Read(buf[n:])
		n += k
	}
	if n >= min {
		return n, nil
	}
	if n > 0 && err == EOF {
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull is ReadAtLeast of the whole buf.
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

// ReadAll reads r to its end, which is no error.
func ReadAll(r Reader) ([]byte, error) {
	data := make([]byte, 0, 512)
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
	}
}

// CopyN copies n bytes from src to dst, or as many as it can until the first error; written == n exactly if the
// error is nil.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written == n {
		return n, nil
	}
	if written < n && err == nil {
		err = EOF // src ended early
	}
	return written, err
}

// Copy copies from src to dst until src ends (no error) or an error occurs, through src's WriteTo or dst's
// ReadFrom if there is one.
func Copy(dst Writer, src Reader) (written int64, err error) { return copyStream(dst, src, nil) }

// CopyBuffer is Copy with the caller's buffer, which must not be empty; nil allocates one.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return copyStream(dst, src, buf)
}

func copyStream(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if wt, ok := src.(WriterTo); ok {
		return wt.WriteTo(dst)
	}
	if rf, ok := dst.(ReaderFrom); ok {
		return rf.ReadFrom(src)
	}
	if buf == nil {
		buf = make([]byte, copySize(src))
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			k, writeErr := dst.Write(buf[:n])
			if k < 0 || k > n {
				k = 0
				if writeErr == nil {
					writeErr = errInvalidWrite
				}
			}
			written += int64(k)
			if writeErr != nil {
				return written, writeErr
			}
			if k < n {
				return written, ErrShortWrite
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

// copySize is 32 KiB, or less if src cannot give as much.
func copySize(src Reader) int {
	size := 32 << 10
	if l, ok := src.(*LimitedReader); ok && l.N < int64(size) {
		size = int(l.N)
		if size < 1 {
			size = 1
		}
	}
	return size
}
