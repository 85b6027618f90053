package time

import "errors"

// A Duration is the nanoseconds between two instants: at most about 292 years.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String returns the duration as "72h3m0.5s"; below a second with the unit that gives a number before the point.
func (d Duration) String() string {
	var buf [32]byte // the longest is -2562047h47m16.854775808s
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	w := len(buf)
	put := func(s string) {
		w -= len(s)
		copy(buf[w:], s)
	}
	if u < uint64(Second) {
		switch {
		case u == 0:
			return "0s"
		case u < uint64(Microsecond):
			put("ns")
			w, u = fmtFrac(buf[:w], u, 0)
		case u < uint64(Millisecond):
			put("µs")
			w, u = fmtFrac(buf[:w], u, 3)
		default:
			put("ms")
			w, u = fmtFrac(buf[:w], u, 6)
		}
		w = fmtInt(buf[:w], u)
	} else {
		put("s")
		w, u = fmtFrac(buf[:w], u, 9)
		w = fmtInt(buf[:w], u%60)
		if u /= 60; u > 0 {
			put("m")
			w = fmtInt(buf[:w], u%60)
			if u /= 60; u > 0 {
				put("h")
				w = fmtInt(buf[:w], u)
			}
		}
	}
	if d < 0 {
		put("-")
	}
	return string(buf[w:])
}

// fmtFrac writes the fraction v / 10**prec at the end of buf, without trailing zeros and, if it is 0, without the point. It
// returns where it starts, and v / 10**prec.
func fmtFrac(buf []byte, v uint64, prec int) (int, uint64) {
	w := len(buf)
	started := false
	for i := 0; i < prec; i++ {
		digit := v % 10
		v /= 10
		if started = started || digit != 0; started {
			w--
			buf[w] = byte(digit) + '0'
		}
	}
	if started {
		w--
		buf[w] = '.'
	}
	return w, v
}

// fmtInt writes v at the end of buf and returns where it starts.
func fmtInt(buf []byte, v uint64) int {
	w := len(buf)
	for {
		w--
		buf[w] = byte(v%10) + '0'
		if v /= 10; v == 0 {
			return w
		}
	}
}

// Nanoseconds returns the duration as a number of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns the duration as a number of microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns the duration as a number of milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// The units below are divided and their remainders added, so that the result is exact for whole numbers.

// Seconds returns the duration in seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes returns the duration in minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours returns the duration in hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Truncate returns d rounded toward zero to a multiple of m; d itself if m <= 0.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round returns d rounded to the nearest multiple of m, halves away from zero; d itself if m <= 0. A result that does not fit
// becomes the largest or smallest Duration.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if lessThanHalf(r, m) {
			return d + r
		}
		if d1 := d - m + r; d1 < d {
			return d1
		}
		return minDuration
	}
	if lessThanHalf(r, m) {
		return d - r
	}
	if d1 := d + m - r; d1 > d {
		return d1
	}
	return maxDuration
}

// lessThanHalf reports whether x+x < y, for x, y >= 0, where the sum may not fit an int64.
func lessThanHalf(x, y Duration) bool { return uint64(x)+uint64(x) < uint64(y) }

// Abs returns the absolute value; the largest Duration for the smallest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// unitOf returns the nanoseconds of a unit of ParseDuration, 0 if there is none of that name.
func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs": // the micro sign and the Greek letter
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// ParseDuration reads numbers with units, as "300ms", "-1.5h" or "2h45m".
func ParseDuration(s string) (Duration, error) {
	orig := s
	invalid := func() (Duration, error) { return 0, errors.New("time: invalid duration " + quote(orig)) }
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return invalid()
	}
	var total uint64
	for s != "" {
		v, digits, rest, ok := leadingInt(s)
		if !ok {
			return invalid()
		}
		s = rest
		var frac uint64
		scale, fracDigits := 1.0, 0
		if s != "" && s[0] == '.' {
			frac, scale, fracDigits, s = leadingFraction(s[1:])
		}
		if digits+fracDigits == 0 {
			return invalid()
		}
		n := 0
		for n < len(s) && s[n] != '.' && (s[n] < '0' || s[n] > '9') {
			n++
		}
		if n == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(orig))
		}
		unit := unitOf(s[:n])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(s[:n]) + " in duration " + quote(orig))
		}
		s = s[n:]
		if v > 1<<63/unit {
			return invalid()
		}
		v *= unit
		if frac > 0 {
			v += uint64(float64(frac) * (float64(unit) / scale)) // exact for nanoseconds
			if v > 1<<63 {
				return invalid()
			}
		}
		if total += v; total > 1<<63 {
			return invalid()
		}
	}
	if neg {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return invalid()
	}
	return Duration(total), nil
}

// leadingInt reads digits; ok is false if the number exceeds 1<<63.
func leadingInt(s string) (v uint64, digits int, rest string, ok bool) {
	i := 0
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		if v > 1<<63/10 {
			return 0, i, s, false
		}
		v = v*10 + uint64(s[i]-'0')
		if v > 1<<63 {
			return 0, i, s, false
		}
	}
	return v, i, s[i:], true
}

// leadingFraction reads digits as v/scale; digits that do not matter any more are dropped.
func leadingFraction(s string) (v uint64, scale float64, digits int, rest string) {
	scale = 1
	full := false
	i := 0
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		if full || v > (1<<63-1)/10 {
			full = true
			continue
		}
		next := v*10 + uint64(s[i]-'0')
		if next > 1<<63 {
			full = true
			continue
		}
		v = next
		scale *= 10
	}
	return v, scale, i, s[i:]
}
