package big

import (
	"errors"
	"io"
	"math/bits"
)

// MaxBase is the largest base of numbers as text: ten digits and two cases of letters. Up to base 36 case does not matter.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)
const maxBaseSmall = 10 + ('z' - 'a' + 1)

// powerOf returns the largest power of b that fits into a word, and its exponent.
func powerOf(b Word) (p Word, n int) {
	p, n = b, 1
	for {
		hi, lo := bits.Mul64(uint64(p), uint64(b))
		if hi != 0 {
			return p, n
		}
		p = Word(lo)
		n++
	}
}

// textLeaf is how many words are converted by a native; its time grows with the square.
const textLeaf = 128

// text returns x in a base.
func (x nat) text(base int) string {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) == 0 {
		return "0"
	}
	if len(x) <= textLeaf {
		return digits(append([]Word(nil), x...), base)
	}
	// Powers base**(n 2**k), by which halves are divided.
	p, n := powerOf(Word(base))
	powers := []nat{{p}}
	counts := []int{n}
	for 2*len(powers[len(powers)-1]) <= len(x)+1 {
		last := len(powers) - 1
		powers = append(powers, nat(nil).mul(powers[last], powers[last]))
		counts = append(counts, 2*counts[last])
	}
	out := make([]byte, 0, x.bitLen())
	return string(x.appendText(out, base, powers, counts, 0))
}

// appendText appends x with zeros before it, up to width digits.
func (x nat) appendText(out []byte, base int, powers []nat, counts []int, width int) []byte {
	k := len(powers) - 1
	if len(x) <= textLeaf || k < 0 {
		s := ""
		if len(x) > 0 {
			s = digits(append([]Word(nil), x...), base)
		}
		for i := len(s); i < width; i++ {
			out = append(out, '0')
		}
		return append(out, s...)
	}
	q, r := nat(nil).div(nil, x, powers[k])
	if len(q) == 0 && width == 0 {
		return r.appendText(out, base, powers[:k], counts[:k], 0)
	}
	out = q.appendText(out, base, powers[:k], counts[:k], max(0, width-counts[k]))
	return r.appendText(out, base, powers[:k], counts[:k], counts[k])
}

var (
	errNoDigits = errors.New("number has no digits")
	errInvalSep = errors.New("'_' must separate successive digits")
)

// scan reads a number: digits of base 2 to MaxBase, or with base 0 as a prefix says (0b, 0o, 0x, and 0 unless fracOk). With
// base 0 underscores may stand between digits. With fracOk there may be a point in it; count is then minus the number of
// digits behind it, otherwise the number of digits.
func (z nat) scan(r io.ByteScanner, base int, fracOk bool) (res nat, b, count int, err error) {
	if !(base == 0 || fracOk && (base == 2 || base == 8 || base == 10 || base == 16) || !fracOk && 2 <= base && base <= MaxBase) {
		panic("invalid number base")
	}
	const (
		atStart = iota
		afterDigit
		afterUnderscore
	)
	prev, badSep := atStart, false
	b, prefix := base, byte(0)
	ch, err := r.ReadByte()
	if base == 0 {
		b = 10
		if err == nil && ch == '0' {
			prev = afterDigit
			count = 1
			if ch, err = r.ReadByte(); err == nil {
				switch ch {
				case 'b', 'B':
					b, prefix = 2, 'b'
				case 'o', 'O':
					b, prefix = 8, 'o'
				case 'x', 'X':
					b, prefix = 16, 'x'
				default:
					if !fracOk {
						b, prefix = 8, '0'
					}
				}
				if prefix != 0 {
					count = 0 // it is no digit
					if prefix != '0' {
						prev = afterDigit // an underscore may follow
						ch, err = r.ReadByte()
					}
				}
			}
		}
	}
	power, perWord := powerOf(Word(b))
	point := -1
	z = z[:0]
	w, wp, n := Word(0), Word(1), 0
	for err == nil {
		if ch == '.' && fracOk {
			fracOk = false
			if prev == afterUnderscore {
				badSep = true
			}
			prev = atStart
			point = count
		} else if ch == '_' && base == 0 {
			if prev != afterDigit {
				badSep = true
			}
			prev = afterUnderscore
		} else {
			d := digitValue(ch, b)
			if d >= Word(b) {
				r.UnreadByte()
				break
			}
			prev = afterDigit
			count++
			w = w*Word(b) + d
			wp *= Word(b)
			if n++; n == perWord {
				z = z.mulWord(z, power, w)
				w, wp, n = 0, 1, 0
			}
		}
		ch, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && (badSep || prev == afterUnderscore) {
		err = errInvalSep
	}
	if count == 0 {
		if prefix == '0' { // the prefix was the number
			return z[:0], 10, 1, err
		}
		err = errNoDigits
	}
	if n > 0 {
		z = z.mulWord(z, wp, w)
	}
	if point >= 0 {
		count = point - count
	}
	return z.norm(), b, count, err
}

func digitValue(ch byte, base int) Word {
	switch {
	case '0' <= ch && ch <= '9':
		return Word(ch - '0')
	case 'a' <= ch && ch <= 'z':
		return Word(ch - 'a' + 10)
	case 'A' <= ch && ch <= 'Z':
		if base <= maxBaseSmall {
			return Word(ch - 'A' + 10)
		}
		return Word(ch - 'A' + maxBaseSmall)
	}
	return MaxBase + 1
}
