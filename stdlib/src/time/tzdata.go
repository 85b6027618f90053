package time

import "errors"

// Compiled zone files (RFC 8536) and the rules of the variable TZ that end them.

var errBadData = errors.New("malformed time zone information")

// A tzReader takes big-endian data from the front; bad stays set once there was not enough.
type tzReader struct {
	p   []byte
	bad bool
}

func (d *tzReader) read(n int) []byte {
	if n < 0 || len(d.p) < n {
		d.p, d.bad = nil, true
		return nil
	}
	p := d.p[:n]
	d.p = d.p[n:]
	return p
}

func (d *tzReader) number(size int) (v int64) {
	p := d.read(size)
	for i, b := range p {
		if i == 0 {
			v = int64(int8(b))
		} else {
			v = v<<8 | int64(b)
		}
	}
	return v
}

// A tzHeader counts what a block of a zone file has.
type tzHeader struct {
	version                                           int
	utcLocal, stdWall, leap, times, zones, charsTotal int
}

func (d *tzReader) header() (h tzHeader) {
	if magic := d.read(4); string(magic) != "TZif" {
		d.bad = true
		return h
	}
	p := d.read(16)
	if len(p) != 16 {
		return h
	}
	switch p[0] {
	case 0:
		h.version = 1
	case '2', '3', '4':
		h.version = int(p[0] - '0')
	default:
		d.bad = true
	}
	for _, n := range []*int{&h.utcLocal, &h.stdWall, &h.leap, &h.times, &h.zones, &h.charsTotal} {
		*n = int(uint32(d.number(4)))
	}
	return h
}

// size is the length of the block behind the header, with instants of the given size.
func (h *tzHeader) size(instant int) int {
	return h.times*(instant+1) + h.zones*6 + h.charsTotal + h.leap*(instant+4) + h.stdWall + h.utcLocal
}

// LoadLocationFromTZData returns the Location that a zone file describes.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	d := tzReader{p: data}
	h := d.header()
	instant := 4
	if h.version > 1 {
		// A block with 32-bit instants for old readers, then one with 64-bit ones.
		d.read(h.size(4))
		h = d.header()
		instant = 8
	}
	if d.bad {
		return nil, errBadData
	}
	whens := tzReader{p: d.read(h.times * instant)}
	indices := d.read(h.times)
	zones := tzReader{p: d.read(h.zones * 6)}
	abbrev := d.read(h.charsTotal)
	d.read(h.leap*(instant+4) + h.stdWall + h.utcLocal)
	if d.bad || h.zones == 0 {
		return nil, errBadData
	}
	l := &Location{name: name}
	for i := 0; i < h.zones; i++ {
		offset := int(zones.number(4))
		dst := zones.read(1)[0] != 0
		at := int(zones.read(1)[0])
		if at >= len(abbrev) {
			return nil, errBadData
		}
		l.zone = append(l.zone, zone{untilNul(abbrev[at:]), offset, dst})
	}
	for i := 0; i < h.times; i++ {
		if int(indices[i]) >= len(l.zone) {
			return nil, errBadData
		}
		l.tx = append(l.tx, zoneTrans{whens.number(instant), indices[i]})
	}
	if len(l.tx) == 0 {
		l.tx = []zoneTrans{{alpha, 0}}
	}
	if rest := d.p; len(rest) > 2 && rest[0] == '\n' && rest[len(rest)-1] == '\n' {
		l.extend = string(rest[1 : len(rest)-1])
	}
	return l, nil
}

func untilNul(p []byte) string {
	for i, b := range p {
		if b == 0 {
			return string(p[:i])
		}
	}
	return string(p)
}

// ---- rules, as "CET-1CEST,M3.5.0,M10.5.0/3" ----

// A tzRule is such a rule; without daylight saving time dst is the zero zone.
type tzRule struct {
	std, dst   zone
	start, end rule // of daylight saving time
}

type ruleKind uint8

const (
	ruleJulian       ruleKind = iota // Jn: 1 to 365, February 29 does not count
	ruleDOY                          // n: 0 to 365
	ruleMonthWeekDay                 // Mm.w.d: the w-th weekday d of month m, w = 5: the last
)

// A rule is a moment of each year.
type rule struct {
	kind           ruleKind
	day, week, mon int
	time           int // seconds after midnight
}

func parseRule(s string) (r tzRule, ok bool) {
	name, s, ok := tzsetName(s)
	if !ok {
		return r, false
	}
	offset, s, ok := tzsetOffset(s)
	if !ok {
		return r, false
	}
	r.std = zone{name, -offset, false}
	if s == "" || s[0] == ',' {
		return r, true
	}
	if name, s, ok = tzsetName(s); !ok {
		return r, false
	}
	r.dst = zone{name, r.std.offset + secondsPerHour, true}
	if s != "" && s[0] != ',' {
		if offset, s, ok = tzsetOffset(s); !ok {
			return r, false
		}
		r.dst.offset = -offset
	}
	if s == "" {
		s = ",M3.2.0,M11.1.0" // the default: the rules of the United States
	}
	if s[0] != ',' && s[0] != ';' {
		return r, false
	}
	if r.start, s, ok = tzsetRule(s[1:]); !ok || s == "" || s[0] != ',' {
		return r, false
	}
	if r.end, s, ok = tzsetRule(s[1:]); !ok || s != "" {
		return r, false
	}
	return r, true
}

// tzsetName reads letters, at least three, or anything in <>.
func tzsetName(s string) (name, rest string, ok bool) {
	if s == "" {
		return "", "", false
	}
	if s[0] == '<' {
		for i := 1; i < len(s); i++ {
			if s[i] == '>' {
				return s[1:i], s[i+1:], true
			}
		}
		return "", "", false
	}
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || s[n] >= 0x80) {
		n++
	}
	if n < 3 {
		return "", "", false
	}
	return s[:n], s[n:], true
}

// tzsetOffset reads [+-]hh[:mm[:ss]] as seconds.
func tzsetOffset(s string) (offset int, rest string, ok bool) {
	if s == "" {
		return 0, "", false
	}
	neg := false
	if s[0] == '+' || s[0] == '-' {
		neg = s[0] == '-'
		s = s[1:]
	}
	limit := 24 * 7
	for unit := secondsPerHour; unit > 0; unit /= 60 {
		var v int
		if v, s, ok = tzsetNum(s, 0, limit); !ok {
			return 0, "", false
		}
		offset += v * unit
		if s == "" || s[0] != ':' || unit == 1 {
			break
		}
		s = s[1:]
		limit = 59
	}
	if neg {
		offset = -offset
	}
	return offset, s, true
}

func tzsetNum(s string, min, max int) (v int, rest string, ok bool) {
	n := 0
	for isDigit(s, n) {
		v = v*10 + int(s[n]-'0')
		n++
		if v > max {
			return 0, "", false
		}
	}
	return v, s[n:], n > 0 && v >= min
}

// tzsetRule reads Jn, n or Mm.w.d, and /time.
func tzsetRule(s string) (d rule, rest string, ok bool) {
	if s == "" {
		return rule{}, "", false
	}
	switch {
	case s[0] == 'J':
		d.kind = ruleJulian
		d.day, s, ok = tzsetNum(s[1:], 1, 365)
	case s[0] == 'M':
		d.kind = ruleMonthWeekDay
		if d.mon, s, ok = tzsetNum(s[1:], 1, 12); !ok || s == "" || s[0] != '.' {
			return rule{}, "", false
		}
		if d.week, s, ok = tzsetNum(s[1:], 1, 5); !ok || s == "" || s[0] != '.' {
			return rule{}, "", false
		}
		d.day, s, ok = tzsetNum(s[1:], 0, 6)
	default:
		d.kind = ruleDOY
		d.day, s, ok = tzsetNum(s, 0, 365)
	}
	if !ok {
		return rule{}, "", false
	}
	d.time = 2 * secondsPerHour
	if s != "" && s[0] == '/' {
		if d.time, s, ok = tzsetOffset(s[1:]); !ok {
			return rule{}, "", false
		}
	}
	return d, s, true
}

// seconds returns when d is in a year, in seconds after its start, on the clock of a zone with this offset.
func (d *rule) seconds(year int64, offset int) int64 {
	var day int
	switch d.kind {
	case ruleJulian:
		day = d.day - 1
		if isLeap(year) && d.day >= 60 {
			day++
		}
	case ruleDOY:
		day = d.day
	case ruleMonthWeekDay:
		first := dayOf(year, Month(d.mon), 1)
		day = d.day - int(weekday(first))
		if day < 0 {
			day += 7
		}
		for i := 1; i < d.week && day+7 < daysIn(Month(d.mon), year); i++ {
			day += 7
		}
		day += int(first - dayOf(year, January, 1))
	}
	return int64(day*secondsPerDay + d.time - offset)
}

// tzset is Location.lookup by the rule s for an instant behind the last transition; false: s is no rule.
func tzset(s string, lastTxSec, sec int64) (name string, offset int, start, end int64, isDST, ok bool) {
	r, ok := parseRule(s)
	if !ok {
		return "", 0, 0, 0, false, false
	}
	name, offset, start, end, isDST = r.lookup(lastTxSec, sec)
	return name, offset, start, end, isDST, true
}

// lookup is Location.lookup by the rule; lastTx is the last transition before the rule applies.
func (r *tzRule) lookup(lastTx, sec int64) (name string, offset int, start, end int64, isDST bool) {
	if r.dst.name == "" {
		return r.std.name, r.std.offset, lastTx, omega, false
	}
	year, _, _, _ := dateOf(floorDiv(sec+unixToInternal, secondsPerDay))
	yearStart := dayOf(year, January, 1)*secondsPerDay + internalToUnix
	yearEnd := yearStart + 365*secondsPerDay // in leap years too: what Go says of the bounds
	first, second := r.start.seconds(year, r.std.offset), r.end.seconds(year, r.dst.offset)
	inside, outside := r.dst, r.std // between first and second; else
	if second < first {             // south of the equator
		first, second = second, first
		inside, outside = outside, inside
	}
	at := sec - yearStart
	z := outside
	switch {
	case at < first:
		start, end = yearStart, yearStart+first
	case at >= second:
		start, end = yearStart+second, yearEnd
	default:
		z = inside
		start, end = yearStart+first, yearStart+second
	}
	return z.name, z.offset, start, end, z.isDST
}
