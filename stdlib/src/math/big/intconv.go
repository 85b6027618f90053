package big

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text returns x in a base from 2 to MaxBase, lower case before upper case, without a prefix.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	s := x.abs.text(base)
	if x.neg {
		return "-" + s
	}
	return s
}

// Append appends x.Text(base) to buf.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

// String returns x in decimal.
func (x *Int) String() string { return x.Text(10) }

// Format formats x for fmt: verbs b, o, O, d, x, X, s and v with the flags + - space # 0, width and precision, as it does
// integers.
func (x *Int) Format(s fmt.State, ch rune) {
	base := 10
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'x', 'X':
		base = 16
	case 'd', 's', 'v':
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x', 'X':
			prefix = "0" + string(ch)
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	text := x.abs.text(base)
	if ch == 'X' {
		text = strings.ToUpper(text)
	}
	left, zeros, right := 0, 0, 0
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		if len(text) < precision {
			zeros = precision - len(text)
		} else if text == "0" && precision == 0 {
			return
		}
	}
	if width, ok := s.Width(); ok && width > len(sign)+len(prefix)+zeros+len(text) {
		switch missing := width - (len(sign) + len(prefix) + zeros + len(text)); {
		case s.Flag('-'):
			right = missing
		case s.Flag('0') && !hasPrecision:
			zeros = missing
		default:
			left = missing
		}
	}
	io.WriteString(s, strings.Repeat(" ", left)+sign+prefix+strings.Repeat("0", zeros)+text+strings.Repeat(" ", right))
}

// scan reads an optional sign and a number.
func (z *Int) scan(r io.ByteScanner, base int) (*Int, int, error) {
	neg, err := scanSign(r)
	if err != nil {
		return nil, 0, err
	}
	abs, base, _, err := z.abs.scan(r, base, false)
	if err != nil {
		return nil, base, err
	}
	return z.setSigned(neg, abs), base, nil
}

func scanSign(r io.ByteScanner) (neg bool, err error) {
	ch, err := r.ReadByte()
	if err != nil {
		return false, err
	}
	switch ch {
	case '-':
		neg = true
	case '+':
	default:
		r.UnreadByte()
	}
	return neg, nil
}

func (z *Int) setFromScanner(s string, base int) (*Int, bool) {
	r := strings.NewReader(s)
	if _, _, err := z.scan(r, base); err != nil || r.Len() != 0 {
		return nil, false
	}
	return z, true
}

// byteReader makes a ByteScanner of a fmt.ScanState.
type byteReader struct {
	fmt.ScanState
}

func (r byteReader) ReadByte() (byte, error) {
	ch, size, err := r.ReadRune()
	if size != 1 && err == nil {
		err = fmt.Errorf("invalid rune %#U", ch)
	}
	return byte(ch), err
}

func (r byteReader) UnreadByte() error { return r.UnreadRune() }

// Scan reads a number for fmt: verbs b, o, d, x and X; v and s with a prefix.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	_, _, err := z.scan(byteReader{s}, base)
	return err
}

// MarshalText returns x in decimal.
func (x *Int) MarshalText() (text []byte, err error) { return []byte(x.String()), nil }

// UnmarshalText sets z to a number with an optional prefix.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.setFromScanner(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON returns x in decimal.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.MarshalText()
}

// UnmarshalJSON sets z to a number; null changes nothing.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

// gobVersion stands in the upper bits of the first byte of gob's forms.
const (
	intGobVersion   = 1
	ratGobVersion   = 1
	floatGobVersion = 1
)

// GobEncode returns version, sign and bytes.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := byte(intGobVersion << 1)
	if x.neg {
		b |= 1
	}
	return append([]byte{b}, x.Bytes()...), nil
}

// GobDecode sets z to what GobEncode gave.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != intGobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	neg := buf[0]&1 != 0
	return z.SetBytes(bytes.Clone(buf[1:])).setGobSign(neg)
}

func (z *Int) setGobSign(neg bool) error {
	z.neg = neg
	return nil
}
