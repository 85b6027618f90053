package time

import "errors"

// A ParseError says what of a text does not match what of a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

// Error returns the description.
func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) +
			": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

var errBad = errors.New("bad value for field")

// A parser collects the fields of a time. -1: not seen.
type parser struct {
	layout, value string // as given
	rest          string // of value

	year, month, day, yday int
	hour, min, sec, nsec   int
	pm, am                 bool

	utc        bool
	zoneOffset int // -1: not seen
	zoneName   string

	outOfRange string // the name of a field that is
}

// Parse reads value as layout shows. Without a zone the time is UTC; with one that the local zone has, it is local.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse, with loc for times without a zone, and to look zones up.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

func parse(layout, value string, defaultLocation, local *Location) (Time, error) {
	p := parser{layout: layout, value: value, rest: value, month: -1, day: -1, yday: -1, zoneOffset: -1}
	for {
		c := nextChunk(layout)
		var ok bool
		p.rest, ok = skip(p.rest, c.prefix)
		if !ok {
			return Time{}, p.fail(c.prefix, p.rest, "")
		}
		if c.elem == noElement {
			if p.rest != "" {
				return Time{}, p.fail("", p.rest, ": extra text: "+quote(p.rest))
			}
			break
		}
		layout = c.suffix
		err := p.element(c, layout)
		if p.outOfRange != "" {
			return Time{}, p.fail(c.text, p.rest, ": "+p.outOfRange+" out of range")
		}
		if err != nil {
			return Time{}, p.fail(c.text, p.rest, "")
		}
	}
	if p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.am && p.hour == 12 {
		p.hour = 0
	}
	if msg := p.resolveDay(); msg != "" {
		return Time{}, p.fail("", p.rest, msg)
	}
	return p.time(defaultLocation, local), nil
}

func (p *parser) fail(layoutElem, valueElem, message string) error {
	return &ParseError{p.layout, p.value, layoutElem, valueElem, message}
}

// skip takes literal text off value. Any number of spaces matches one or more in the layout.
func skip(value, prefix string) (rest string, ok bool) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			prefix, value = cutSpace(prefix), cutSpace(value)
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, false
		}
		prefix, value = prefix[1:], value[1:]
	}
	return value, true
}

func cutSpace(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// element reads one element; layout is what follows it.
func (p *parser) element(c chunk, layout string) (err error) {
	switch c.elem {
	case shortYear:
		before := p.rest
		if p.year, err = p.digits(2); err != nil {
			p.rest = before
			return err
		}
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longYear:
		if len(p.rest) < 4 || !isDigit(p.rest, 0) {
			return errBad
		}
		p.year, err = p.digits(4)
	case shortMonth, longMonth:
		names := longMonthNames
		if c.elem == shortMonth {
			names = shortMonthNames
		}
		p.month, err = p.name(names)
		p.month++
	case numMonth, zeroMonth:
		p.month, err = p.number(c.elem == zeroMonth)
		p.check(err == nil && (p.month <= 0 || 12 < p.month), "month")
	case shortWeekDay:
		_, err = p.name(shortDayNames)
	case longWeekDay:
		_, err = p.name(longDayNames)
	case plainDay, underDay, zeroDay:
		if c.elem == underDay && p.rest != "" && p.rest[0] == ' ' {
			p.rest = p.rest[1:]
		}
		p.day, err = p.number(c.elem == zeroDay) // whether the month has it is seen later
	case underYearDay, zeroYearDay:
		for i := 0; i < 2 && c.elem == underYearDay && p.rest != "" && p.rest[0] == ' '; i++ {
			p.rest = p.rest[1:]
		}
		p.yday, err = p.number3(c.elem == zeroYearDay)
	default:
		return p.clockElement(c, layout)
	}
	return err
}

func (p *parser) clockElement(c chunk, layout string) (err error) {
	switch c.elem {
	case hour24:
		p.hour, err = p.number(false)
		p.check(p.hour < 0 || 24 <= p.hour, "hour")
	case hour12, zeroHour12:
		p.hour, err = p.number(c.elem == zeroHour12)
		p.check(p.hour < 0 || 12 < p.hour, "hour")
	case plainMinute, zeroMinute:
		p.min, err = p.number(c.elem == zeroMinute)
		p.check(p.min < 0 || 60 <= p.min, "minute")
	case plainSecond, zeroSecond:
		if p.sec, err = p.number(c.elem == zeroSecond); err != nil {
			return err
		}
		if p.sec < 0 || 60 <= p.sec {
			p.outOfRange = "second"
			return nil
		}
		return p.unaskedFraction(layout)
	case upperPM, lowerPM:
		return p.halfOfDay(c.elem)
	case zoneName:
		if len(p.rest) >= 3 && p.rest[:3] == "UTC" {
			p.utc = true
			p.rest = p.rest[3:]
			return nil
		}
		n, ok := parseTimeZone(p.rest)
		if !ok {
			return errBad
		}
		p.zoneName, p.rest = p.rest[:n], p.rest[n:]
	case fraction0:
		// As many digits as asked for.
		if len(p.rest) < 1+c.digits {
			return errBad
		}
		return p.fraction(1 + c.digits)
	case fraction9:
		// Any number of digits, or no fraction at all.
		if len(p.rest) < 2 || !commaOrPeriod(p.rest[0]) || !isDigit(p.rest, 1) {
			return nil
		}
		return p.fraction(fractionLen(p.rest))
	default:
		return p.numericZone(c.elem)
	}
	return err
}

func (p *parser) check(bad bool, field string) {
	if bad {
		p.outOfRange = field
	}
}

// unaskedFraction reads a fraction behind the seconds even if the layout has none there.
func (p *parser) unaskedFraction(layout string) error {
	if len(p.rest) < 2 || !commaOrPeriod(p.rest[0]) || !isDigit(p.rest, 1) {
		return nil
	}
	if next := nextChunk(layout).elem; next == fraction0 || next == fraction9 {
		return nil
	}
	return p.fraction(fractionLen(p.rest))
}

func commaOrPeriod(b byte) bool { return b == '.' || b == ',' }

func fractionLen(s string) int {
	n := 2
	for isDigit(s, n) {
		n++
	}
	return n
}

// fraction reads n bytes: a point or comma and digits.
func (p *parser) fraction(n int) error {
	s := p.rest[:n]
	p.rest = p.rest[n:]
	if !commaOrPeriod(s[0]) {
		return errBad
	}
	if n > 10 {
		s = s[:10]
	}
	v, ok := atoi(s[1:])
	if !ok {
		return errBad
	}
	if v < 0 {
		p.outOfRange = "fractional second"
		return nil
	}
	for i := len(s); i < 10; i++ {
		v *= 10
	}
	p.nsec = v
	return nil
}

func (p *parser) halfOfDay(e element) error {
	if len(p.rest) < 2 {
		return errBad
	}
	word := p.rest[:2]
	p.rest = p.rest[2:]
	switch {
	case e == upperPM && word == "PM" || e == lowerPM && word == "pm":
		p.pm = true
	case e == upperPM && word == "AM" || e == lowerPM && word == "am":
		p.am = true
	default:
		return errBad
	}
	return nil
}

// numericZone reads ±hh, ±hhmm, ±hh:mm, …
func (p *parser) numericZone(e element) error {
	shape := shapeOf(e)
	if (e == isoZone || e == isoShortZone || e == isoColonZone) && p.rest != "" && p.rest[0] == 'Z' {
		p.rest = p.rest[1:]
		p.utc = true
		return nil
	}
	s := p.rest
	at, bad := 1, false
	part := func(present bool) (v int, ok bool) {
		if !present {
			return 0, true
		}
		if shape.colon && at > 1 {
			if at >= len(s) || s[at] != ':' {
				return 0, false
			}
			at++
		}
		if at+2 > len(s) {
			return 0, false
		}
		v, digits := atoi(s[at : at+2])
		bad = bad || !digits
		at += 2
		return v, true
	}
	hours, ok1 := part(true)
	minutes, ok2 := part(shape.minutes)
	seconds, ok3 := part(shape.seconds)
	if s == "" || !ok1 || !ok2 || !ok3 {
		return errBad // not its shape
	}
	p.rest = s[at:]
	if bad {
		return errBad
	}
	p.zoneOffset = (hours*60+minutes)*60 + seconds
	switch s[0] {
	case '+':
	case '-':
		p.zoneOffset = -p.zoneOffset
	default:
		return errBad
	}
	return nil
}

// ---- numbers and names ----

// atoi reads an integer that may have a sign.
func atoi(s string) (x int, ok bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	v, n, rest, ok := leadingInt(s)
	if !ok || n == 0 && s != "" || rest != "" {
		return 0, false
	}
	if neg {
		return -int(v), true
	}
	return int(v), true
}

// digits reads exactly n bytes as a number.
func (p *parser) digits(n int) (int, error) {
	if len(p.rest) < n {
		return 0, errBad
	}
	v, ok := atoi(p.rest[:n])
	p.rest = p.rest[n:]
	if !ok {
		return 0, errBad
	}
	return v, nil
}

// number reads one or two digits; fixed: two.
func (p *parser) number(fixed bool) (int, error) {
	if !isDigit(p.rest, 0) {
		return 0, errBad
	}
	v, n := int(p.rest[0]-'0'), 1
	if isDigit(p.rest, 1) {
		v, n = v*10+int(p.rest[1]-'0'), 2
	} else if fixed {
		return 0, errBad
	}
	p.rest = p.rest[n:]
	return v, nil
}

// number3 reads one to three digits; fixed: three.
func (p *parser) number3(fixed bool) (int, error) {
	v, n := 0, 0
	for ; n < 3 && isDigit(p.rest, n); n++ {
		v = v*10 + int(p.rest[n]-'0')
	}
	if n == 0 || fixed && n != 3 {
		return 0, errBad
	}
	p.rest = p.rest[n:]
	return v, nil
}

// name reads one of the names, in any case, and returns its index.
func (p *parser) name(names []string) (int, error) {
	for i, name := range names {
		if len(p.rest) >= len(name) && sameLetters(p.rest[:len(name)], name) {
			p.rest = p.rest[len(name):]
			return i, nil
		}
	}
	return -1, errBad
}

// sameLetters compares without regard to case.
func sameLetters(a, b string) bool {
	for i := 0; i < len(a); i++ {
		x, y := a[i]|0x20, b[i]|0x20
		if a[i] != b[i] && (x != y || x < 'a' || x > 'z') {
			return false
		}
	}
	return true
}

// parseTimeZone returns the length of the zone abbreviation that s starts with: three or four capital letters, GMT with hours,
// or ±hh.
func parseTimeZone(s string) (length int, ok bool) {
	if len(s) < 3 {
		return 0, false
	}
	if len(s) >= 4 && (s[:4] == "ChST" || s[:4] == "MeST") {
		return 4, true
	}
	if s[:3] == "GMT" {
		return parseGMT(s), true
	}
	if s[0] == '+' || s[0] == '-' {
		length = parseSignedOffset(s)
		return length, length > 0
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 5 && s[4] == 'T', n == 4 && (s[3] == 'T' || s[:4] == "WITA"), n == 3:
		return n, true
	}
	return 0, false
}

// parseGMT: GMT may be followed by a signed offset.
func parseGMT(s string) int {
	rest := s[3:]
	if rest == "" {
		return 3
	}
	return 3 + parseSignedOffset(rest)
}

// parseSignedOffset returns the length of a sign and hours below 24, 0 if there is no such thing.
func parseSignedOffset(s string) int {
	if s[0] != '-' && s[0] != '+' {
		return 0
	}
	v, n, _, ok := leadingInt(s[1:])
	if !ok || n == 0 || v > 23 {
		return 0
	}
	return 1 + n
}

// ---- the result ----

// resolveDay makes month and day of what was seen; it returns what is wrong with them.
func (p *parser) resolveDay() string {
	leap := isLeap(int64(p.year))
	if p.yday >= 0 {
		days := 365
		yday := p.yday
		month, day := 0, 0
		if leap {
			if yday == 31+29 {
				month, day = int(February), 29
			} else if yday > 31+29 {
				yday--
			}
		}
		if yday < 1 || yday > days {
			return ": day-of-year out of range"
		}
		if month == 0 {
			for month = 1; int(daysBefore[month]) < yday; month++ {
			}
			day = yday - int(daysBefore[month-1])
		}
		if p.month >= 0 && p.month != month {
			return ": day-of-year does not match month"
		}
		if p.day >= 0 && p.day != day {
			return ": day-of-year does not match day"
		}
		p.month, p.day = month, day
	}
	if p.month < 0 {
		p.month = int(January)
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), int64(p.year)) {
		return ": day out of range"
	}
	return ""
}

func (p *parser) time(defaultLocation, local *Location) Time {
	date := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc)
	}
	if p.utc {
		return date(UTC)
	}
	if p.zoneOffset != -1 {
		t := date(UTC)
		t.addSec(-int64(p.zoneOffset))
		name, offset, _, _, _ := local.lookup(t.unixSec())
		if offset == p.zoneOffset && (p.zoneName == "" || name == p.zoneName) {
			t.setLoc(local)
		} else {
			t.setLoc(FixedZone(p.zoneName, p.zoneOffset))
		}
		return t
	}
	if p.zoneName != "" {
		t := date(UTC)
		if offset, ok := local.lookupName(p.zoneName, t.unixSec()); ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			return t
		}
		offset := 0
		if len(p.zoneName) > 3 && p.zoneName[:3] == "GMT" {
			offset, _ = atoi(p.zoneName[3:])
			offset *= 3600
		}
		// A name that we do not know: keep it, with the offset of UTC or of GMT±n.
		t.setLoc(FixedZone(p.zoneName, offset))
		return t
	}
	return date(defaultLocation)
}
