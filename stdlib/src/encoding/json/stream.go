package json

import (
	"bytes"
	"io"
)

// A Decoder reads values from a stream.
type Decoder struct {
	r       io.Reader
	buf     []byte
	at      int   // start of what is unread in buf
	base    int64 // offset of buf in the stream
	scanned int64 // bytes of the values read so far: what offsets in errors count
	err     error // of r, or of a value that was wrong
	scan    scanner
	strict  bool
	numbers bool
	state   tokenState
	outer   []tokenState
}

// NewDecoder returns a decoder that reads from r, perhaps more than the values asked for.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber has numbers come as Number, not as float64, where they go into an empty interface.
func (dec *Decoder) UseNumber() { dec.numbers = true }

// DisallowUnknownFields makes keys errors that no field of a struct stands for.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// Buffered returns what was read but not decoded. It is valid until the next Decode.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.at:]) }

// InputOffset returns where the decoder is in the stream: behind the token or value that it returned last.
func (dec *Decoder) InputOffset() int64 { return dec.base + int64(dec.at) }

// Decode reads the next value into v, as Unmarshal does.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	if err := dec.separator(); err != nil {
		return err
	}
	if !dec.state.takesValue() {
		return &SyntaxError{"not at beginning of value", dec.InputOffset()}
	}
	n, err := dec.readValue()
	if err != nil {
		return err
	}
	d := newDecodeState()
	defer d.free()
	d.useNumber, d.strict = dec.numbers, dec.strict
	d.scan.tokens = dec.scan.tokens
	err = d.unmarshal(textOf(dec.buf[dec.at:dec.at+n]), v)
	dec.at += n
	dec.scanned += int64(n)
	dec.state = dec.state.afterValue()
	return err
}

// readValue reads until a whole value is in the buffer, at dec.at, and returns how long it is with the spaces before it.
func (dec *Decoder) readValue() (int, error) {
	dec.scan.reset()
	from := dec.at
	for {
		next, verdict := dec.scan.read(textOf(dec.buf), from)
		switch verdict {
		case scanValue:
			return next - dec.at, nil
		case scanError:
			dec.err = &SyntaxError{dec.scan.problem(dec.buf[next]), dec.scanned + int64(next-dec.at) + 1}
			return 0, dec.err
		}
		scanned := next - dec.at // filling moves what is in the buffer
		if err := dec.fill(); err != nil {
			if err == io.EOF {
				if dec.scan.atNumberEnd() {
					return scanned, nil
				}
				if dec.scan.tokens > 0 {
					err = io.ErrUnexpectedEOF
				}
			}
			dec.err = err
			return 0, err
		}
		from = dec.at + scanned
	}
}

// fill reads more into the buffer.
func (dec *Decoder) fill() error {
	if dec.at > 0 {
		dec.base += int64(dec.at)
		dec.buf = dec.buf[:copy(dec.buf, dec.buf[dec.at:])]
		dec.at = 0
	}
	const enough = 512
	if cap(dec.buf)-len(dec.buf) < enough {
		bigger := make([]byte, len(dec.buf), 2*cap(dec.buf)+enough)
		copy(bigger, dec.buf)
		dec.buf = bigger
	}
	n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
	dec.buf = dec.buf[:len(dec.buf)+n]
	if n > 0 {
		return nil
	}
	return err
}

// peek returns the next byte that is no space, and leaves it there.
func (dec *Decoder) peek() (byte, error) {
	for {
		for i := dec.at; i < len(dec.buf); i++ {
			if c := dec.buf[i]; !isSpace(c) {
				dec.at = i
				return c, nil
			}
		}
		dec.at = len(dec.buf)
		if err := dec.fill(); err != nil {
			return 0, err
		}
	}
}

// ---- tokens ----

// A Token is a Delim, bool, float64, Number, string or nil.
type Token any

// A Delim is one of [ ] { }.
type Delim rune

func (d Delim) String() string { return string(d) }

// tokenState is what may come next in a stream that is read by tokens.
type tokenState int

const (
	topValue tokenState = iota
	firstElement
	commaOrEnd // of an array
	laterElement
	firstKey
	keyColon
	objectValue
	keyComma
	laterKey
)

func (s tokenState) takesValue() bool {
	return s == topValue || s == firstElement || s == laterElement || s == objectValue
}

func (s tokenState) afterValue() tokenState {
	switch s {
	case firstElement, laterElement:
		return commaOrEnd
	case objectValue:
		return keyComma
	}
	return s
}

// separator takes the comma or colon that stands before a value.
func (dec *Decoder) separator() error {
	var want byte
	var where string
	next := dec.state
	switch dec.state {
	case commaOrEnd:
		want, where, next = ',', "expected comma after array element", laterElement
	case keyColon:
		want, where, next = ':', "expected colon after object key", objectValue
	default:
		return nil
	}
	c, err := dec.peek()
	if err != nil {
		return err
	}
	if c != want {
		return &SyntaxError{where, dec.InputOffset()}
	}
	dec.at++
	dec.state = next
	return nil
}

// unexpected is the error for a token c that may not be here.
func (dec *Decoder) unexpected(c byte) (Token, error) {
	var where string
	switch dec.state {
	case topValue:
		where = " looking for beginning of value"
	case firstElement, laterElement, objectValue:
		where = " looking for beginning of value"
	case commaOrEnd:
		where = " after array element"
	case firstKey:
		where = " looking for beginning of object key string"
	case laterKey:
		where = " looking for beginning of object key string"
	case keyColon:
		where = " after object key"
	case keyComma:
		where = " after object key:value pair"
	}
	return nil, &SyntaxError{"invalid character " + quoteChar(c) + where, dec.InputOffset()}
}

func (dec *Decoder) open(inside tokenState, d Delim) (Token, error) {
	dec.at++
	dec.outer = append(dec.outer, dec.state)
	dec.state = inside
	return d, nil
}

func (dec *Decoder) close(d Delim) (Token, error) {
	dec.at++
	n := len(dec.outer) - 1
	dec.state = dec.outer[n].afterValue()
	dec.outer = dec.outer[:n]
	return d, nil
}

// Token returns the next token: brackets, keys and scalars; commas and colons are passed over. Nesting is checked. At the
// end it returns nil and io.EOF.
func (dec *Decoder) Token() (Token, error) {
	for {
		c, err := dec.peek()
		if err != nil {
			return nil, err
		}
		switch c {
		case '[':
			if dec.state.takesValue() {
				return dec.open(firstElement, '[')
			}
		case ']':
			if dec.state == firstElement || dec.state == commaOrEnd {
				return dec.close(']')
			}
		case '{':
			if dec.state.takesValue() {
				return dec.open(firstKey, '{')
			}
		case '}':
			if dec.state == firstKey || dec.state == keyComma {
				return dec.close('}')
			}
		case ':', ',':
			if dec.pass(c) {
				continue
			}
		default:
			return dec.scalar(c)
		}
		return dec.unexpected(c)
	}
}

// pass goes over a separator if it may be here.
func (dec *Decoder) pass(c byte) bool {
	next := dec.state
	switch {
	case c == ':' && dec.state == keyColon:
		next = objectValue
	case c == ',' && dec.state == commaOrEnd:
		next = laterElement
	case c == ',' && dec.state == keyComma:
		next = laterKey
	default:
		return false
	}
	dec.at++
	dec.state = next
	return true
}

func (dec *Decoder) scalar(c byte) (Token, error) {
	if c == '"' && (dec.state == firstKey || dec.state == laterKey) {
		var key string
		old := dec.state
		dec.state = topValue
		err := dec.Decode(&key)
		dec.state = old
		if err != nil {
			return nil, err
		}
		dec.state = keyColon
		return key, nil
	}
	if !dec.state.takesValue() {
		return dec.unexpected(c)
	}
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}
	return v, nil
}

// More reports whether another element follows in the array or object that is being read.
func (dec *Decoder) More() bool {
	c, err := dec.peek()
	return err == nil && c != ']' && c != '}'
}

// An Encoder writes values to a stream.
type Encoder struct {
	w              io.Writer
	err            error
	plain          bool // no HTML escapes
	prefix, indent string
}

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// SetIndent has values written as by Indent.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & are escaped; they are by default.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.plain = !on }

// Encode writes v and a newline, in one Write.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := newEncodeState(!enc.plain)
	defer encodeStates.Put(e)
	if err := e.marshal(v); err != nil {
		return err
	}
	if enc.prefix != "" || enc.indent != "" {
		e.buf = append(e.buf[:0], indentText(textOf(e.buf), enc.prefix, enc.indent)...)
	}
	e.buf = append(e.buf, '\n')
	_, enc.err = enc.w.Write(e.buf)
	return enc.err
}
