package base64

import "io"

// encoder keeps up to two bytes that do not make a group yet.
type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	kept [3]byte
	n    int
	out  [1024]byte
}

// NewEncoder returns a Writer that writes the encoded form to w. Close it to write the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) flush(src []byte) bool {
	n := e.enc.EncodedLen(len(src))
	e.enc.Encode(e.out[:], src)
	_, e.err = e.w.Write(e.out[:n])
	return e.err == nil
}

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if e.n > 0 {
		k := copy(e.kept[e.n:], p)
		e.n += k
		n += k
		p = p[k:]
		if e.n < 3 {
			return n, nil
		}
		if !e.flush(e.kept[:]) {
			return n, e.err
		}
		e.n = 0
	}
	for len(p) >= 3 {
		k := len(e.out) / 4 * 3
		if k > len(p) {
			k = len(p) - len(p)%3
		}
		if !e.flush(p[:k]) {
			return n, e.err
		}
		n += k
		p = p[k:]
	}
	e.n = copy(e.kept[:], p)
	return n + e.n, nil
}

func (e *encoder) Close() error {
	if e.err == nil && e.n > 0 {
		e.flush(e.kept[:e.n])
		e.n = 0
	}
	return e.err
}

// cleaner drops newlines from what it reads.
type cleaner struct{ r io.Reader }

func (c *cleaner) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for n > 0 {
		k := 0
		for _, b := range p[:n] {
			if b != '\n' && b != '\r' {
				p[k] = b
				k++
			}
		}
		if k > 0 {
			return k, err
		}
		n, err = c.r.Read(p) // newlines only
	}
	return n, err
}

type decoder struct {
	enc     *Encoding
	r       io.Reader
	err     error
	readErr error
	in      [1024]byte
	n       int    // bytes in `in`
	out     []byte // decoded, not yet returned
	buf     [1024 / 4 * 3]byte
}

// NewDecoder returns a Reader of what the characters read from r stand for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: &cleaner{r}} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		n = copy(p, d.out)
		d.out = d.out[n:]
		return n, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	for d.n < 4 && d.readErr == nil {
		want := len(p) / 3 * 4
		if want < 4 {
			want = 4
		}
		if want > len(d.in) {
			want = len(d.in)
		}
		n, d.readErr = d.r.Read(d.in[d.n:want])
		d.n += n
	}
	if d.n < 4 {
		if d.enc.padding == NoPadding && d.n > 0 && d.readErr == io.EOF {
			n, d.err = d.enc.Decode(d.buf[:], d.in[:d.n])
			d.n = 0
			d.out = d.buf[:n]
			n = copy(p, d.out)
			d.out = d.out[n:]
			if n > 0 || len(p) == 0 && len(d.out) > 0 {
				return n, nil
			}
			if d.err != nil {
				return 0, d.err
			}
		}
		d.err = d.readErr
		if d.err == io.EOF && d.n > 0 {
			d.err = io.ErrUnexpectedEOF
		}
		return 0, d.err
	}
	whole := d.n / 4 * 4
	got, err := d.enc.Decode(d.buf[:], d.in[:whole])
	d.err = err
	d.out = d.buf[:got]
	n = copy(p, d.out)
	d.out = d.out[n:]
	d.n = copy(d.in[:], d.in[whole:d.n])
	if n == 0 && d.err != nil {
		return 0, d.err
	}
	if len(d.out) > 0 {
		return n, nil
	}
	return n, d.err
}
