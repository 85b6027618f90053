// Package strconv converts numbers, booleans and quoted strings to text and back. The scanning, the rounding
// and the layout are natives; this is their interface.
package strconv

import "errors"

// IntSize is the size of int in bits.
const IntSize = 64

// ErrRange is a value that does not fit.
var ErrRange = errors.New("value out of range")

// ErrSyntax is text that is not of the form asked for.
var ErrSyntax = errors.New("invalid syntax")

// NumError is a failed conversion.
type NumError struct {
	Func string // the function that failed
	Num  string // its input
	Err  error  // ErrRange, ErrSyntax and such
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// numError makes the error for what a native found wrong.
func numError(function, s string, status, base, bitSize int) error {
	err := ErrSyntax
	switch status {
	case parsedRange:
		err = ErrRange
	case parsedBadBase:
		err = errors.New("invalid base " + Itoa(base))
	case parsedBadBitSize:
		err = errors.New("invalid bit size " + Itoa(bitSize))
	}
	return &NumError{function, s, err}
}

// ParseUint parses an unsigned integer in base 2 to 36, or with base 0 as the prefix 0b, 0, 0o or 0x says and
// with underscores between digits. The result fits bitSize bits, 0 meaning int's; if the number does not, it is
// the largest that does.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	v, status := parseUint(s, base, bitSize)
	if status != parsedOK {
		return v, numError("ParseUint", s, status, base, bitSize)
	}
	return v, nil
}

// ParseInt is ParseUint with a sign.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	v, status := parseInt(s, base, bitSize)
	if status != parsedOK {
		return v, numError("ParseInt", s, status, base, bitSize)
	}
	return v, nil
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	v, status := parseInt(s, 10, 0)
	if status != parsedOK {
		return int(v), numError("Atoi", s, status, 10, 0)
	}
	return int(v), nil
}

// ParseFloat parses a decimal or hexadecimal float, inf, infinity or nan, rounded to the nearest float32 or
// float64. What is too large is an infinity with ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, status := parseFloatPrefix(s, bitSize)
	if status != parsedSyntax && n != len(s) {
		f, status = 0, parsedSyntax
	}
	if status != parsedOK {
		return f, numError("ParseFloat", s, status, 10, bitSize)
	}
	return f, nil
}

// ParseComplex parses N, Ni or N±Ni, with or without parentheses, as complex64 or complex128.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	first, n, firstStatus := parseFloatPrefix(s, size)
	if firstStatus == parsedSyntax {
		return 0, numError("ParseComplex", whole, parsedSyntax, 10, size)
	}
	s = s[n:]
	result := complex(first, 0)
	status := firstStatus
	switch {
	case s == "":
	case s == "i":
		result = complex(0, first)
	case s[0] == '+' || s[0] == '-':
		// A + must not make "+NaNi" invalid, nor hide the mistake in "++".
		if s[0] == '+' && len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
		second, n, secondStatus := parseFloatPrefix(s, size)
		if secondStatus == parsedSyntax || s[n:] != "i" {
			return 0, numError("ParseComplex", whole, parsedSyntax, 10, size)
		}
		if secondStatus == parsedRange {
			status = parsedRange
		}
		result = complex(first, second)
	default:
		return 0, numError("ParseComplex", whole, parsedSyntax, 10, size)
	}
	if status == parsedRange {
		return result, numError("ParseComplex", whole, parsedRange, 10, size)
	}
	return result, nil
}

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}
