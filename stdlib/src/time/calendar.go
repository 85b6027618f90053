package time

// A Month is a month of the year, January = 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

// String returns the English name.
func (m Month) String() string {
	if January <= m && m <= December {
		return longMonthNames[m-1]
	}
	return "%!Month(" + itoa(int64(m)) + ")"
}

// A Weekday is a day of the week, Sunday = 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

// String returns the English name.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return longDayNames[d]
	}
	return "%!Weekday(" + itoa(int64(d)) + ")"
}

func itoa(v int64) string {
	var buf [20]byte
	u := uint64(v)
	if v < 0 {
		u = -u
	}
	w := fmtInt(buf[:], u)
	if v < 0 {
		w--
		buf[w] = '-'
	}
	return string(buf[w:])
}

// ---- days ----
// A day is counted from January 1, year 1, in the Gregorian calendar of all times. The computations shift the year to start in
// March, so that the leap day is its last.

const (
	daysPer400Years = 365*400 + 97
	daysToMarch     = 31 + 28                  // from January 1 to March 1 in a common year
	marchOfYear0    = -(366 - daysToMarch - 1) // the day of March 1, year 0
)

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// dayOf returns the day of a date whose month is 1 to 12; the day of the month may be anything.
func dayOf(year int64, month Month, day int64) int64 {
	if month <= February {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*(int64(month)-3)+2)/5 + day - 1
	return era*daysPer400Years + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear + marchOfYear0
}

// dateOf is the inverse of dayOf; yday counts from 0.
func dateOf(d int64) (year int64, month Month, day int, yday int) {
	n := d - marchOfYear0
	era := floorDiv(n, daysPer400Years)
	n -= era * daysPer400Years
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= y*365 + y/4 - y/100 // day of the year that starts in March
	m := (5*n + 2) / 153
	day = int(n-(153*m+2)/5) + 1
	year = era*400 + y
	month = Month(m + 3)
	if month > December {
		month -= 12
		year++
	}
	yday = day - 1 + int(daysBefore[month-1])
	if month > February && isLeap(year) {
		yday++
	}
	return year, month, day, yday
}

// daysBefore is how many days of a common year come before each month.
var daysBefore = [...]int32{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func isLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int64) int {
	if m == February && isLeap(year) {
		return 29
	}
	return int(daysBefore[m] - daysBefore[m-1])
}

// ---- of a Time ----

// local returns the seconds since year 1 that the clock at t's location shows, as days and seconds of the day.
func (t Time) local() (day int64, sec int) {
	s := t.sec()
	if l := t.loc; l != nil && l != &utcLoc {
		_, offset, _, _, _ := l.lookup(s + internalToUnix)
		s += int64(offset)
	}
	day = floorDiv(s, secondsPerDay)
	return day, int(s - day*secondsPerDay)
}

// Date returns the year, month and day at t.
func (t Time) Date() (year int, month Month, day int) {
	d, _ := t.local()
	y, month, day, _ := dateOf(d)
	return int(y), month, day
}

// Year returns the year at t.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month at t.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month at t.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// YearDay returns the day of the year at t, from 1.
func (t Time) YearDay() int {
	d, _ := t.local()
	_, _, _, yday := dateOf(d)
	return yday + 1
}

// Weekday returns the day of the week at t.
func (t Time) Weekday() Weekday {
	d, _ := t.local()
	return weekday(d)
}

// weekday: January 1, year 1, was a Monday.
func weekday(day int64) Weekday {
	return Weekday((day+1)%7+7) % 7
}

// ISOWeek returns the year and number of the ISO 8601 week of t: the week of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	d, _ := t.local()
	d += int64(Thursday - (weekday(d)+6)%7 - 1) // to the Thursday of the week that starts on Monday
	y, _, _, yday := dateOf(d)
	return int(y), yday/7 + 1
}

// Clock returns the hour, minute and second of the day at t.
func (t Time) Clock() (hour, min, sec int) {
	_, s := t.local()
	return s / secondsPerHour, s % secondsPerHour / secondsPerMinute, s % secondsPerMinute
}

// Hour returns the hour of the day at t.
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

// Minute returns the minute of the hour at t.
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

// Second returns the second of the minute at t.
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}

// Nanosecond returns the nanosecond of the second at t.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// norm carries what lo has beyond [0, base) over to hi.
func norm(hi, lo, base int) (nhi, nlo int) {
	n := int(floorDiv(int64(lo), int64(base)))
	return hi + n, lo - n*base
}

// Date returns the time of the given date and clock at loc. Values outside of their ranges are carried over: October 32 is
// November 1. Of the two instants of a clock that is set back, and for clocks that are skipped, it returns one that is right
// in one of the zones around the change.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = norm(year, m, 12)
	sec, nsec = norm(sec, nsec, 1e9)
	min, sec = norm(min, sec, 60)
	hour, min = norm(hour, min, 60)
	day, hour = norm(day, hour, 24)

	abs := dayOf(int64(year), Month(m)+1, int64(day))*secondsPerDay +
		int64(hour*secondsPerHour+min*secondsPerMinute+sec)
	unix := abs + internalToUnix
	// Guess that the offset in UTC is the one in effect; if that leads across a change, the one beyond it is.
	if loc != UTC {
		_, offset, start, end, _ := loc.lookup(unix)
		if offset != 0 {
			utc := unix - int64(offset)
			if utc < start || utc >= end {
				_, offset, _, _, _ = loc.lookup(utc)
			}
			unix -= int64(offset)
		}
	}
	t := Time{wall: uint64(nsec), ext: unix + unixToInternal}
	t.setLoc(loc)
	return t
}
