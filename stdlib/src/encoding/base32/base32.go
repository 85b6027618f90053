// Package base32 writes five bytes as eight characters of an alphabet of 32, and reads them: RFC 4648.
package base32

import (
	"io"
	"strconv"
)

// Encoding is an alphabet, and a padding character or none.
type Encoding struct {
	alphabet [32]byte
	values   [256]byte // 0xff: not in the alphabet
	padChar  rune
}

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const invalid = 0xff

// NewEncoding returns a padded encoding with an alphabet of 32 different bytes.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
	}
	e := &Encoding{padChar: StdPadding}
	for i := range e.values {
		e.values[i] = invalid
	}
	for i := 0; i < len(encoder); i++ {
		c := encoder[i]
		if c == '\n' || c == '\r' {
			panic("encoding alphabet contains newline character")
		}
		e.alphabet[i] = c
		e.values[c] = byte(i)
	}
	return e
}

// The encodings of RFC 4648: the standard one, and the one that keeps the order of the bytes, "extended hex".
var (
	StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
	HexEncoding = NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUV")
)

// WithPadding returns the encoding with another padding character, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	if padding == '\r' || padding == '\n' || padding > 0xff {
		panic("invalid padding")
	}
	for _, c := range enc.alphabet {
		if rune(c) == padding {
			panic("padding contained in alphabet")
		}
	}
	enc.padChar = padding
	return &enc
}

// EncodedLen returns the number of characters for n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padChar == NoPadding {
		return n/5*8 + (n%5*8+4)/5
	}
	return (n + 4) / 5 * 8
}

// DecodedLen returns the largest number of bytes that n characters stand for.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padChar == NoPadding {
		return n/8*5 + n%8*5/8
	}
	return n / 8 * 5
}

// Encode writes src to dst, which has room for EncodedLen(len(src)) characters.
func (enc *Encoding) Encode(dst, src []byte) {
	var bits uint
	have, out := 0, 0
	for _, b := range src {
		bits = bits<<8 | uint(b)
		for have += 8; have >= 5; out++ {
			have -= 5
			dst[out] = enc.alphabet[bits>>uint(have)&31]
		}
	}
	if have > 0 {
		dst[out] = enc.alphabet[bits<<uint(5-have)&31]
		out++
	}
	if enc.padChar != NoPadding {
		for ; out%8 != 0; out++ {
			dst[out] = byte(enc.padChar)
		}
	}
}

// AppendEncode appends the characters for src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := len(dst)
	dst = append(dst, make([]byte, enc.EncodedLen(len(src)))...)
	enc.Encode(dst[n:], src)
	return dst
}

// EncodeToString returns the characters for src.
func (enc *Encoding) EncodeToString(src []byte) string {
	b := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(b, src)
	return string(b)
}

// CorruptInputError is the offset of what does not belong in the input.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// withoutNewlines copies src but its newlines to dst.
func withoutNewlines(dst, src []byte) []byte {
	dst = dst[:0]
	for _, c := range src {
		if c != '\r' && c != '\n' {
			dst = append(dst, c)
		}
	}
	return dst
}

// decode reads src, which has no newlines; end tells that padding was met.
func (enc *Encoding) decode(dst, src []byte) (n int, end bool, err error) {
	size := len(src)
	offset := func() CorruptInputError { return CorruptInputError(size - len(src)) }
	for len(src) > 0 && !end {
		var group [8]byte
		k := 0
		for k < 8 && !end {
			if len(src) == 0 {
				if enc.padChar != NoPadding {
					return n, false, CorruptInputError(size - k)
				}
				end = true
				continue
			}
			c := src[0]
			src = src[1:]
			if rune(c) == enc.padChar && k >= 2 && len(src) < 8 {
				if len(src)+k < 7 {
					return n, false, CorruptInputError(size) // too little padding
				}
				for i := 0; i < 7-k; i++ {
					if len(src) > i && rune(src[i]) != enc.padChar {
						return n, false, CorruptInputError(size - len(src) + i - 1)
					}
				}
				// One, three, six and four padding characters are all there can be.
				if k == 1 || k == 3 || k == 6 {
					return n, false, offset() - 1
				}
				end = true
				continue
			}
			if group[k] = enc.values[c]; group[k] == invalid {
				return n, false, offset() - 1
			}
			k++
		}
		var bits uint64
		for _, v := range group {
			bits = bits<<5 | uint64(v)
		}
		for i := 0; i < k*5/8; i++ {
			dst[n] = byte(bits >> uint(32-8*i))
			n++
		}
	}
	return n, end, nil
}

// Decode reads src and returns the number of bytes that it wrote to dst, also if there is an error. Newlines are skipped.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	n, _, err = enc.decode(dst, withoutNewlines(make([]byte, 0, len(src)), src))
	return n, err
}

// AppendDecode appends the bytes that src stands for to dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	b, err := enc.DecodeString(string(src))
	return append(dst, b...), err
}

// DecodeString returns the bytes that s stands for, those before an error included.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	src := withoutNewlines(make([]byte, 0, len(s)), []byte(s))
	b := make([]byte, len(src)/8*5+5)
	n, _, err := enc.decode(b, src)
	return b[:n], err
}

// encoder keeps up to four bytes that do not make a group yet.
type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	kept []byte
}

// NewEncoder returns a Writer that writes the encoded form to w. Close it to write the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	before := len(e.kept)
	for len(p) > 0 && e.err == nil {
		part := p
		if len(part) > 640 {
			part = part[:640]
		}
		p = p[len(part):]
		n += len(part)
		e.kept = append(e.kept, part...)
		whole := len(e.kept) / 5 * 5
		if whole == 0 {
			continue
		}
		if _, e.err = e.w.Write(e.enc.AppendEncode(nil, e.kept[:whole])); e.err != nil {
			return n - len(part) - before, e.err
		}
		e.kept = append(e.kept[:0], e.kept[whole:]...)
	}
	return n, e.err
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.kept) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.kept))
		e.kept = nil
	}
	return e.err
}

type decoder struct {
	enc *Encoding
	r   io.Reader
	err error // of reading or decoding, to be returned once out is empty
	end bool
	in  []byte // without newlines, not yet decoded
	out []byte // decoded, not yet returned
	buf [1024]byte
}

// NewDecoder returns a Reader of what the characters read from r stand for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	if len(d.out) == 0 && d.err != nil {
		return n, d.err
	}
	return n, nil
}

// fill reads more and decodes whole groups; at the end of the input also a last one without padding.
func (d *decoder) fill() {
	n, err := d.r.Read(d.buf[:])
	d.in = append(d.in, withoutNewlines(make([]byte, 0, n), d.buf[:n])...)
	whole := len(d.in) / 8 * 8
	if err == io.EOF {
		if rest := len(d.in) - whole; rest > 0 && d.enc.padChar != NoPadding {
			err = io.ErrUnexpectedEOF
		} else {
			whole = len(d.in)
		}
	}
	if whole == 0 {
		d.err = err
		return
	}
	out := make([]byte, whole/8*5+5)
	k, end, bad := d.enc.decode(out, d.in[:whole])
	if d.end { // something follows the padding
		k, bad = 0, CorruptInputError(0)
	}
	d.end = end
	d.out = out[:k]
	d.in = append(d.in[:0], d.in[whole:]...)
	d.err = err
	if bad != nil && (err == nil || err == io.EOF) {
		d.err = bad
	}
}
