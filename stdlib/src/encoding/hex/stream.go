package hex

import (
	"errors"
	"io"
	"strings"
)

const chunk = 1024

type encoder struct {
	w   io.Writer
	err error
	out [chunk]byte
}

// NewEncoder returns a Writer that writes lower-case digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		part := p
		if len(part) > chunk/2 {
			part = part[:chunk/2]
		}
		p = p[len(part):]
		var written int
		written, e.err = e.w.Write(e.out[:Encode(e.out[:], part)])
		n += written / 2
	}
	return n, e.err
}

type decoder struct {
	r   io.Reader
	err error
	in  []byte // read, not yet decoded
	buf [chunk]byte
}

// NewDecoder returns a Reader of the bytes that the digits read from r stand for.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		kept := copy(d.buf[:], d.in)
		var got int
		got, d.err = d.r.Read(d.buf[kept:])
		d.in = d.buf[:kept+got]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			if last := d.in[len(d.in)-1]; value(last) > 15 {
				d.err = InvalidByteError(last)
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	if avail := len(d.in) / 2; len(p) > avail {
		p = p[:avail]
	}
	n, err = Decode(p, d.in[:len(p)*2])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump returns the bytes as lines of sixteen: offset, digits, and the printing ASCII ones as characters.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

// Dumper returns a WriteCloser that writes what Dump returns to w.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

type dumper struct {
	w      io.Writer
	line   [16]byte
	used   int
	n      uint // bytes before this line
	closed bool
	buf    []byte
	err    error
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for i, b := range data {
		d.line[d.used] = b
		d.used++
		if d.used == len(d.line) {
			if err := d.flush(); err != nil {
				return i, err
			}
		}
	}
	return len(data), nil
}

// flush writes the line, which may be a short one.
func (d *dumper) flush() error {
	out := d.buf[:0]
	for shift := 28; shift >= 0; shift -= 4 {
		out = append(out, digits[d.n>>uint(shift)&15])
	}
	out = append(out, ' ')
	for i := range d.line {
		if i%8 == 0 {
			out = append(out, ' ')
		}
		if i < d.used {
			out = append(out, digits[d.line[i]>>4], digits[d.line[i]&15], ' ')
		} else {
			out = append(out, "   "...)
		}
	}
	out = append(out, " |"...)
	for _, c := range d.line[:d.used] {
		if c < ' ' || c > '~' {
			c = '.'
		}
		out = append(out, c)
	}
	out = append(out, "|\n"...)
	d.n += uint(d.used)
	d.used = 0
	d.buf = out
	_, err := d.w.Write(out)
	return err
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if d.used == 0 {
		return nil
	}
	return d.flush()
}
