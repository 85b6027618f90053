// Package hex writes bytes as pairs of hexadecimal digits, and reads them.
package hex

import (
	"errors"
	"fmt"
)

const digits = "0123456789abcdef"

// ErrLength is the error of an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is the error of a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen returns the number of digits for n bytes, DecodedLen the number of bytes that x digits stand for.
func EncodedLen(n int) int { return n * 2 }
func DecodedLen(x int) int { return x / 2 }

// Encode writes src to dst, which has room for EncodedLen(len(src)) digits, and returns how many those are.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i] = digits[b>>4]
		dst[2*i+1] = digits[b&15]
	}
	return len(src) * 2
}

// AppendEncode appends the digits for src to dst.
func AppendEncode(dst, src []byte) []byte {
	for _, b := range src {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}

// EncodeToString returns the digits for src.
func EncodeToString(src []byte) string { return string(AppendEncode(make([]byte, 0, len(src)*2), src)) }

// value returns what a digit stands for, 16 and more for what is none.
func value(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// Decode reads pairs of digits from src and returns the number of bytes that it wrote to dst, also if there is an error.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		hi, lo := value(src[2*n]), value(src[2*n+1])
		if hi > 15 {
			return n, InvalidByteError(src[2*n])
		}
		if lo > 15 {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = hi<<4 | lo
	}
	if len(src)%2 == 1 {
		if last := src[len(src)-1]; value(last) > 15 {
			return n, InvalidByteError(last)
		}
		return n, ErrLength
	}
	return n, nil
}

// AppendDecode appends the bytes that the digits in src stand for to dst.
func AppendDecode(dst, src []byte) ([]byte, error) {
	b := make([]byte, len(src)/2)
	n, err := Decode(b, src)
	return append(dst, b[:n]...), err
}

// DecodeString returns the bytes that the digits in s stand for, those before an error included.
func DecodeString(s string) ([]byte, error) {
	b := make([]byte, len(s)/2)
	n, err := Decode(b, []byte(s))
	return b[:n], err
}
