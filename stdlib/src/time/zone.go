package time

import (
	"errors"
	"sync"
)

// A Location is a place, as far as its clocks are concerned: the offsets from UTC that it has and had.
type Location struct {
	name   string
	zone   []zone
	tx     []zoneTrans // sorted by when
	extend string      // the rule for times after the last transition, as in the variable TZ
}

// A zone is one offset, as "CEST, two hours east, daylight saving".
type zone struct {
	name   string
	offset int // seconds east of UTC
	isDST  bool
}

// A zoneTrans is the start of a zone.
type zoneTrans struct {
	when  int64 // Unix
	index uint8 // in Location.zone
}

// alpha and omega are the beginning and the end of time for transitions.
const (
	alpha = -1 << 63
	omega = 1<<63 - 1
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

var utcLoc = Location{name: "UTC"}

// Local is the system's local zone: that of the variable TZ, or of /etc/localtime.
var Local *Location = &localLoc

var (
	localLoc  Location
	localOnce sync.Once
)

func (l *Location) get() *Location {
	if l == nil {
		return &utcLoc
	}
	if l == &localLoc {
		localOnce.Do(initLocal)
	}
	return l
}

// String returns the name the Location was asked for with.
func (l *Location) String() string { return l.get().name }

// FixedZone returns a Location that always has the given offset, in seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{
		name: name,
		zone: []zone{{name, offset, false}},
		tx:   []zoneTrans{{alpha, 0}},
	}
}

// lookup returns the zone in effect at an instant since 1970, and from when until when it is.
func (l *Location) lookup(sec int64) (name string, offset int, start, end int64, isDST bool) {
	l = l.get()
	if len(l.zone) == 0 {
		return "UTC", 0, alpha, omega, false
	}
	if len(l.tx) == 0 || sec < l.tx[0].when {
		z := &l.zone[l.lookupFirstZone()]
		end = omega
		if len(l.tx) > 0 {
			end = l.tx[0].when
		}
		return z.name, z.offset, alpha, end, z.isDST
	}
	// The last transition at or before sec.
	lo, hi := 0, len(l.tx)
	for hi-lo > 1 {
		m := int(uint(lo+hi) >> 1)
		if sec < l.tx[m].when {
			hi = m
		} else {
			lo = m
		}
	}
	end = omega
	if hi < len(l.tx) {
		end = l.tx[hi].when
	}
	z := &l.zone[l.tx[lo].index]
	start = l.tx[lo].when
	if lo == len(l.tx)-1 && l.extend != "" {
		if name, offset, start, end, isDST, ok := tzset(l.extend, start, sec); ok {
			return name, offset, start, end, isDST
		}
	}
	return z.name, z.offset, start, end, z.isDST
}

// lookupFirstZone returns the zone for times before the first transition: one that no transition leads to, or the first that is
// not daylight saving time.
func (l *Location) lookupFirstZone() int {
	used := false
	for _, tx := range l.tx {
		used = used || tx.index == 0
	}
	if !used {
		return 0
	}
	if len(l.tx) > 0 && l.zone[l.tx[0].index].isDST {
		for i := int(l.tx[0].index) - 1; i >= 0; i-- {
			if !l.zone[i].isDST {
				return i
			}
		}
	}
	for i := range l.zone {
		if !l.zone[i].isDST {
			return i
		}
	}
	return 0
}

// lookupName returns the offset of a zone by name; unix is when that zone's clock shows the time at hand.
func (l *Location) lookupName(name string, unix int64) (offset int, ok bool) {
	l = l.get()
	// Prefer one that is in effect then: names are reused.
	for i := range l.zone {
		z := &l.zone[i]
		if z.name == name {
			if got, offset, _, _, _ := l.lookup(unix - int64(z.offset)); got == name {
				return offset, true
			}
		}
	}
	for i := range l.zone {
		if l.zone[i].name == name {
			return l.zone[i].offset, true
		}
	}
	return 0, false
}

// ---- where zones come from ----

// getenv returns a variable of the environment; ok says whether it is set.
func getenv(name string) (value string, ok bool)

// readFile returns the contents of a file; problem is "" or "missing" or another reason.
func readFile(name string) (data []byte, problem string)

var zoneDirs = []string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

// loadFromEmbeddedTZData returns a zone file out of package time/tzdata, which hands it over if it is part of the program.
var loadFromEmbeddedTZData func(name string) (data string, err error)

func registerLoadFromEmbeddedTZData(f func(string) (string, error)) { loadFromEmbeddedTZData = f }

var errLocation = errors.New("time: invalid location name")

func initLocal() {
	tz, set := getenv("TZ")
	switch {
	case !set:
		if l, err := loadZone("localtime", []string{"/etc/"}); err == nil {
			localLoc = *l
			localLoc.name = "Local"
			return
		}
	case tz != "":
		if tz[0] == ':' {
			tz = tz[1:]
		}
		if tz != "" && tz[0] == '/' {
			if l, err := loadZone(tz, []string{""}); err == nil {
				localLoc = *l
				localLoc.name = tz
				if tz == "/etc/localtime" {
					localLoc.name = "Local"
				}
				return
			}
		} else if tz != "" && tz != "UTC" {
			if l, err := loadZone(tz, zoneDirs); err == nil {
				localLoc = *l
				return
			}
		}
	}
	localLoc.name = "UTC"
}

// LoadLocation returns the place of that name in the IANA database; "" and "UTC" are UTC, "Local" is Local.
func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" {
		return UTC, nil
	}
	if name == "Local" {
		return Local, nil
	}
	if leavesDir(name) || name[0] == '/' || name[0] == '\\' {
		return nil, errLocation
	}
	if dir, ok := getenv("ZONEINFO"); ok && dir != "" {
		if l, err := loadZone(name, []string{dir + "/"}); err == nil {
			return l, nil
		}
	}
	return loadZone(name, zoneDirs)
}

// leavesDir reports whether name contains "..".
func leavesDir(name string) bool {
	for i := 0; i+1 < len(name); i++ {
		if name[i] == '.' && name[i+1] == '.' {
			return true
		}
	}
	return false
}

// loadZone looks for the name in the directories.
func loadZone(name string, dirs []string) (*Location, error) {
	var first error
	for _, dir := range dirs {
		data, problem := readFile(dir + name)
		if problem == "" {
			l, err := LoadLocationFromTZData(name, data)
			if err == nil {
				return l, nil
			}
			if first == nil {
				first = err
			}
		} else if problem != "missing" && first == nil {
			first = errors.New("open " + dir + name + ": " + problem)
		}
	}
	if loadFromEmbeddedTZData != nil {
		data, err := loadFromEmbeddedTZData(name)
		if err == nil {
			l, err := LoadLocationFromTZData(name, []byte(data))
			if err == nil {
				return l, nil
			}
			if first == nil {
				first = err
			}
		} else if first == nil && err.Error() != "no such file or directory" {
			first = err
		}
	}
	if first != nil {
		return nil, first
	}
	return nil, errors.New("unknown time zone " + name)
}
