package time

// Layouts show how the reference time would be written: Mon Jan 2 15:04:05 MST 2006, whose parts are 1 2 3 4 5 6 -7 in the
// order month, day, hour, minute, second, year, zone.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is a part of a layout that stands for part of a time.
type element int

const (
	noElement element = iota
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longWeekDay
	shortWeekDay
	plainDay
	underDay
	zeroDay
	underYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	plainMinute
	zeroMinute
	plainSecond
	zeroSecond
	longYear
	shortYear
	upperPM
	lowerPM
	zoneName // MST
	// Z… prints Z for UTC; the others always numbers
	isoZone             // Z0700
	isoSecondsZone      // Z070000
	isoShortZone        // Z07
	isoColonZone        // Z07:00
	isoColonSecondsZone // Z07:00:00
	numZone             // -0700
	numSecondsZone      // -070000
	numShortZone        // -07
	numColonZone        // -07:00
	numColonSecondsZone // -07:00:00
	fraction0           // .000: all digits
	fraction9           // .999: without trailing zeros
)

// A chunk is one step through a layout: literal text, then an element (none at the end).
type chunk struct {
	prefix string
	elem   element
	text   string // the element as the layout writes it
	digits int    // of fractions
	suffix string // the rest of the layout
}

// fixedElements are those that a comparison finds; of two where one starts like the other the longer comes first.
var fixedElements = [...]struct {
	text string
	elem element
}{
	{"January", longMonth}, {"Jan", shortMonth},
	{"Monday", longWeekDay}, {"Mon", shortWeekDay}, {"MST", zoneName},
	{"002", zeroYearDay},
	{"01", zeroMonth}, {"02", zeroDay}, {"03", zeroHour12}, {"04", zeroMinute}, {"05", zeroSecond}, {"06", shortYear},
	{"15", hour24}, {"1", numMonth},
	{"2006", longYear}, {"2", plainDay},
	{"__2", underYearDay}, {"_2", underDay},
	{"3", hour12}, {"4", plainMinute}, {"5", plainSecond},
	{"PM", upperPM}, {"pm", lowerPM},
	{"-070000", numSecondsZone}, {"-07:00:00", numColonSecondsZone}, {"-0700", numZone}, {"-07:00", numColonZone},
	{"-07", numShortZone},
	{"Z070000", isoSecondsZone}, {"Z07:00:00", isoColonSecondsZone}, {"Z0700", isoZone}, {"Z07:00", isoColonZone},
	{"Z07", isoShortZone},
}

// nextChunk finds the first element of a layout.
func nextChunk(layout string) chunk {
	for i := 0; i < len(layout); i++ {
		rest := layout[i:]
		if rest[0] == '.' || rest[0] == ',' {
			if elem, n := fractionAt(rest); elem != noElement {
				return chunk{layout[:i], elem, rest[:n], n - 1, rest[n:]}
			}
			continue
		}
		if len(rest) >= 5 && rest[:5] == "_2006" { // an underscore before the year, not a day
			return chunk{layout[:i+1], longYear, "2006", 0, rest[5:]}
		}
		if !startsElement(rest[0]) {
			continue
		}
		for k := range fixedElements {
			e := &fixedElements[k]
			n := len(e.text)
			if len(rest) < n || rest[0] != e.text[0] || rest[:n] != e.text {
				continue
			}
			if (e.elem == shortMonth || e.elem == shortWeekDay) && startsWithLowerCase(rest[n:]) {
				break // part of a word, as in Month
			}
			return chunk{layout[:i], e.elem, e.text, 0, rest[n:]}
		}
	}
	return chunk{prefix: layout}
}

func startsElement(c byte) bool {
	switch c {
	case 'J', 'M', '0', '1', '2', '3', '4', '5', '_', 'P', 'p', '-', 'Z':
		return true
	}
	return false
}

// fractionAt reads a point or comma with only zeros or only nines behind it, and then no digit.
func fractionAt(s string) (elem element, n int) {
	if len(s) < 2 || s[1] != '0' && s[1] != '9' {
		return noElement, 0
	}
	n = 2
	for n < len(s) && s[n] == s[1] {
		n++
	}
	if isDigit(s, n) {
		return noElement, 0
	}
	if s[1] == '0' {
		return fraction0, n
	}
	return fraction9, n
}

func startsWithLowerCase(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

var longDayNames = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

var shortDayNames = []string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}

var shortMonthNames = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

var longMonthNames = []string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

// zoneShape is how a numeric zone is written.
type zoneShape struct {
	z       bool // Z for UTC
	colon   bool
	minutes bool
	seconds bool
}

func shapeOf(e element) zoneShape {
	var s zoneShape
	s.z = isoZone <= e && e <= isoColonSecondsZone
	switch e {
	case isoZone, numZone:
		s.minutes = true
	case isoSecondsZone, numSecondsZone:
		s.minutes, s.seconds = true, true
	case isoColonZone, numColonZone:
		s.colon, s.minutes = true, true
	case isoColonSecondsZone, numColonSecondsZone:
		s.colon, s.minutes, s.seconds = true, true, true
	}
	return s
}

func isNumericZone(e element) bool { return isoZone <= e && e <= numColonSecondsZone }
