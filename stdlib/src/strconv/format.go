package strconv

// small holds the decimal texts of 0 to 99, two digits each.
const small = "00010203040506070809" +
	"10111213141516171819" +
	"20212223242526272829" +
	"30313233343536373839" +
	"40414243444546474849" +
	"50515253545556575859" +
	"60616263646566676869" +
	"70717273747576777879" +
	"80818283848586878889" +
	"90919293949596979899"

// smallText returns the text of 0 <= i < 100 without allocating.
func smallText(i int) string {
	if i < 10 {
		return small[2*i+1 : 2*i+2]
	}
	return small[2*i : 2*i+2]
}

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// FormatUint returns i in base 2 to 36, with a to z for digits from 10 on.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return smallText(int(i))
	}
	checkBase(base)
	return formatInteger(i, false, base)
}

// FormatInt is FormatUint with a sign.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return smallText(int(i))
	}
	checkBase(base)
	if i < 0 {
		return formatInteger(-uint64(i), true, base)
	}
	return formatInteger(uint64(i), false, base)
}

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	if 0 <= i && i < 100 && base == 10 {
		return append(dst, smallText(int(i))...)
	}
	checkBase(base)
	if i < 0 {
		return appendInteger(dst, -uint64(i), true, base)
	}
	return appendInteger(dst, uint64(i), false, base)
}

// appendInteger formats in place where there is room.
func appendInteger(dst []byte, magnitude uint64, negative bool, base int) []byte {
	n := putInteger(dst[len(dst):cap(dst)], magnitude, negative, base)
	if n < 0 {
		return append(dst, formatInteger(magnitude, negative, base)...)
	}
	return dst[:len(dst)+n]
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	if i < 100 && base == 10 {
		return append(dst, smallText(int(i))...)
	}
	checkBase(base)
	return appendInteger(dst, i, false, base)
}

// FormatFloat formats f, rounded as a float of bitSize 32 or 64: fmt is b (mantissa and binary exponent), e, E
// (decimal exponent), f, g, G (e for large exponents, f otherwise), x, X (hexadecimal). prec counts digits after
// the point, for g and G significant digits; -1 takes as few as identify f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize) to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	n := putFloat(dst[len(dst):cap(dst)], f, fmt, prec, bitSize)
	if n < 0 {
		return append(dst, formatFloat(f, fmt, prec, bitSize)...)
	}
	return dst[:len(dst)+n]
}

// FormatComplex returns (a+bi), its parts formatted as FormatFloat does with half of bitSize, 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	re := FormatFloat(real(c), fmt, prec, bitSize/2)
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + re + im + "i)"
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends FormatBool(b) to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }
