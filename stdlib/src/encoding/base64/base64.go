// Package base64 writes three bytes as four characters of an alphabet of 64, and reads them: RFC 4648.
package base64

import "strconv"

// Encoding is an alphabet, a padding character or none, and how strict reading is.
type Encoding struct {
	alphabet  [64]byte
	values    [256]byte // 0xff: not in the alphabet
	padding   rune
	strictEnd bool
}

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const invalid = 0xff

// NewEncoding returns a padded encoding with an alphabet of 64 different bytes.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{padding: StdPadding}
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
	enc.padding = padding
	return &enc
}

// Strict returns the encoding with the demand that the unused bits of the last character are zero.
func (enc Encoding) Strict() *Encoding {
	enc.strictEnd = true
	return &enc
}

const standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// The encodings of RFC 4648: the standard one, the one for URLs and file names, and both without padding.
var (
	StdEncoding    = NewEncoding(standard + "+/")
	URLEncoding    = NewEncoding(standard + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// EncodedLen returns the number of characters for n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen returns the largest number of bytes that n characters stand for.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Encode writes src to dst, which has room for EncodedLen(len(src)) characters.
func (enc *Encoding) Encode(dst, src []byte) {
	out := 0
	for ; len(src) >= 3; src = src[3:] {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		dst[out] = enc.alphabet[v>>18&63]
		dst[out+1] = enc.alphabet[v>>12&63]
		dst[out+2] = enc.alphabet[v>>6&63]
		dst[out+3] = enc.alphabet[v&63]
		out += 4
	}
	if len(src) == 0 {
		return
	}
	v := uint(src[0]) << 16
	if len(src) == 2 {
		v |= uint(src[1]) << 8
	}
	dst[out] = enc.alphabet[v>>18&63]
	dst[out+1] = enc.alphabet[v>>12&63]
	out += 2
	if len(src) == 2 {
		dst[out] = enc.alphabet[v>>6&63]
		out++
	}
	if enc.padding != NoPadding {
		for ; out%4 != 0; out++ {
			dst[out] = byte(enc.padding)
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
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode reads src and returns the number of bytes that it wrote to dst, also if there is an error. Newlines are skipped.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	at := 0
	for at < len(src) {
		// Whole groups without surprises go fast.
		for len(src)-at >= 4 && len(dst)-n >= 3 {
			a, b, c, d := enc.values[src[at]], enc.values[src[at+1]], enc.values[src[at+2]], enc.values[src[at+3]]
			if a|b|c|d == invalid {
				break
			}
			dst[n], dst[n+1], dst[n+2] = a<<2|b>>4, b<<4|c>>2, c<<6|d
			n += 3
			at += 4
		}
		if at == len(src) {
			break
		}
		var got int
		at, got, err = enc.group(dst[n:], src, at)
		n += got
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// newlines returns the first index from at on that is no newline.
func newlines(src []byte, at int) int {
	for at < len(src) && (src[at] == '\n' || src[at] == '\r') {
		at++
	}
	return at
}

// group reads up to four characters, with padding and newlines, from src[at:], and writes up to three bytes.
func (enc *Encoding) group(dst, src []byte, at int) (next, n int, err error) {
	var in [4]byte
	k := 0
	end := false
	for k < 4 && !end {
		if at == len(src) {
			switch {
			case k == 0:
				return at, 0, nil
			case k == 1 || enc.padding != NoPadding:
				return at, 0, CorruptInputError(at - k)
			}
			end = true
			continue
		}
		c := src[at]
		at++
		if v := enc.values[c]; v != invalid {
			in[k] = v
			k++
			continue
		}
		if c == '\n' || c == '\r' {
			continue
		}
		if rune(c) != enc.padding || k < 2 {
			return at, 0, CorruptInputError(at - 1)
		}
		if k == 2 { // a second one must follow
			at = newlines(src, at)
			if at == len(src) {
				return at, 0, CorruptInputError(len(src))
			}
			if rune(src[at]) != enc.padding {
				return at, 0, CorruptInputError(at - 1)
			}
			at++
		}
		at = newlines(src, at)
		if at < len(src) {
			err = CorruptInputError(at) // rubbish behind the end
		}
		end = true
	}
	v := uint(in[0])<<18 | uint(in[1])<<12 | uint(in[2])<<6 | uint(in[3])
	rest := v & 0xff
	if k == 2 {
		rest = v >> 8 & 0xff
	}
	if k < 4 && enc.strictEnd && rest != 0 {
		back := 2
		if k == 3 {
			back = 1
		}
		return at, 0, CorruptInputError(at - back)
	}
	bytes := [3]byte{byte(v >> 16), byte(v >> 8), byte(v)}
	n = copy(dst, bytes[:k-1])
	if end {
		at = len(src)
	}
	return at, n, err
}

// AppendDecode appends the bytes that src stands for to dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	b := make([]byte, enc.DecodedLen(len(src)))
	n, err := enc.Decode(b, src)
	return append(dst, b[:n]...), err
}

// DecodeString returns the bytes that s stands for, those before an error included.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	b := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(b, []byte(s))
	return b[:n], err
}
