package time

// appendInt appends x with at least width digits.
func appendInt(b []byte, x int, width int) []byte {
	u := uint(x)
	if x < 0 {
		b = append(b, '-')
		u = uint(-x)
	}
	var buf [20]byte
	w := fmtInt(buf[:], uint64(u))
	for n := len(buf) - w; n < width; n++ {
		b = append(b, '0')
	}
	return append(b, buf[w:]...)
}

// appendPadded appends x, with a space before it if it has one digit.
func appendPadded(b []byte, x int) []byte {
	if x < 10 {
		b = append(b, ' ')
	}
	return appendInt(b, x, 0)
}

// Format returns t written as the layout shows.
func (t Time) Format(layout string) string {
	var buf [64]byte
	return string(t.AppendFormat(buf[:0], layout))
}

// fields is everything that elements print.
type fields struct {
	year   int
	month  Month
	day    int
	yday   int
	wday   Weekday
	hour   int
	min    int
	sec    int
	nsec   int
	abbrev string // of the zone
	offset int
}

func (t Time) fields() fields {
	f := fields{nsec: int(t.nsec())}
	s := t.sec()
	f.abbrev, f.offset, _, _, _ = t.loc.lookup(s + internalToUnix)
	s += int64(f.offset)
	d := floorDiv(s, secondsPerDay)
	left := int(s - d*secondsPerDay)
	year, month, day, yday := dateOf(d)
	f.year, f.month, f.day, f.yday, f.wday = int(year), month, day, yday+1, weekday(d)
	f.hour, f.min, f.sec = left/secondsPerHour, left%secondsPerHour/secondsPerMinute, left%secondsPerMinute
	return f
}

// AppendFormat appends what Format returns.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	f := t.fields()
	for layout != "" {
		c := nextChunk(layout)
		b = append(b, c.prefix...)
		if c.elem == noElement {
			break
		}
		layout = c.suffix
		b = f.append(b, c)
	}
	return b
}

func (f *fields) append(b []byte, c chunk) []byte {
	switch c.elem {
	case shortYear:
		y := f.year
		if y < 0 {
			y = -y
		}
		return appendInt(b, y%100, 2)
	case longYear:
		return appendInt(b, f.year, 4)
	case shortMonth:
		return append(b, f.month.String()[:3]...)
	case longMonth:
		return append(b, f.month.String()...)
	case numMonth:
		return appendInt(b, int(f.month), 0)
	case zeroMonth:
		return appendInt(b, int(f.month), 2)
	case shortWeekDay:
		return append(b, f.wday.String()[:3]...)
	case longWeekDay:
		return append(b, f.wday.String()...)
	case plainDay:
		return appendInt(b, f.day, 0)
	case underDay:
		return appendPadded(b, f.day)
	case zeroDay:
		return appendInt(b, f.day, 2)
	case underYearDay:
		if f.yday < 100 {
			b = append(b, ' ')
		}
		return appendPadded(b, f.yday)
	case zeroYearDay:
		return appendInt(b, f.yday, 3)
	}
	return f.appendClock(b, c)
}

func (f *fields) appendClock(b []byte, c chunk) []byte {
	twelve := f.hour % 12
	if twelve == 0 {
		twelve = 12
	}
	switch c.elem {
	case hour24:
		return appendInt(b, f.hour, 2)
	case hour12:
		return appendInt(b, twelve, 0)
	case zeroHour12:
		return appendInt(b, twelve, 2)
	case plainMinute:
		return appendInt(b, f.min, 0)
	case zeroMinute:
		return appendInt(b, f.min, 2)
	case plainSecond:
		return appendInt(b, f.sec, 0)
	case zeroSecond:
		return appendInt(b, f.sec, 2)
	case upperPM:
		if f.hour >= 12 {
			return append(b, "PM"...)
		}
		return append(b, "AM"...)
	case lowerPM:
		if f.hour >= 12 {
			return append(b, "pm"...)
		}
		return append(b, "am"...)
	case zoneName:
		if f.abbrev != "" {
			return append(b, f.abbrev...)
		}
		return appendZone(b, f.offset, zoneShape{minutes: true}) // no name: as -0700
	case fraction0, fraction9:
		return appendNano(b, f.nsec, c)
	}
	return appendZone(b, f.offset, shapeOf(c.elem))
}

func appendZone(b []byte, offset int, s zoneShape) []byte {
	if s.z && offset == 0 {
		return append(b, 'Z')
	}
	minutes := offset / 60
	if minutes < 0 {
		b = append(b, '-')
		minutes, offset = -minutes, -offset
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, minutes/60, 2)
	if s.minutes {
		if s.colon {
			b = append(b, ':')
		}
		b = appendInt(b, minutes%60, 2)
	}
	if s.seconds {
		if s.colon {
			b = append(b, ':')
		}
		b = appendInt(b, offset%60, 2)
	}
	return b
}

// appendNano appends the first digits of the nanoseconds behind the chunk's point or comma.
func appendNano(b []byte, nsec int, c chunk) []byte {
	var buf [9]byte
	for i := len(buf) - 1; i >= 0; i-- {
		buf[i] = byte(nsec%10) + '0'
		nsec /= 10
	}
	n := c.digits
	if n > len(buf) {
		n = len(buf)
	}
	if c.elem == fraction9 {
		for n > 0 && buf[n-1] == '0' {
			n--
		}
		if n == 0 {
			return b
		}
	}
	b = append(b, c.text[0])
	return append(b, buf[:n]...)
}

// String returns the time for debugging, with the monotonic reading as m=±seconds.
func (t Time) String() string {
	b := t.AppendFormat(nil, "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic == 0 {
		return string(b)
	}
	m := uint64(t.ext)
	b = append(b, " m="...)
	if t.ext < 0 {
		m = -m
		b = append(b, '-')
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, int(m/1e9), 0)
	b = append(b, '.')
	return string(appendInt(b, int(m%1e9), 9))
}

// GoString returns t as a Go expression.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := appendInt([]byte("time.Date("), year, 0)
	if January <= month && month <= December {
		b = append(append(b, ", time."...), month.String()...)
	} else {
		b = appendInt(b, int(month), 0)
	}
	for _, v := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = appendInt(append(b, ", "...), v, 0)
	}
	b = append(b, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(b, "time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, ')')
	}
	return string(append(b, ')'))
}

// quote returns s in double quotes, as error messages want it.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= 0x80 || r < ' ':
			// All bytes of the character; an invalid one is a single byte, a real U+FFFD three.
			width := 1
			if r == 0xfffd {
				if i+2 < len(s) && s[i:i+3] == "\uFFFD" {
					width = 3
				}
			} else {
				width = len(string(r))
			}
			for _, c := range []byte(s[i : i+width]) {
				b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
			}
		default:
			b = append(b, string(r)...)
		}
	}
	return string(append(b, '"'))
}
