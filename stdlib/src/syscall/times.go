package syscall

import "unsafe"

// TimespecToNsec returns ts in nanoseconds.
func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }

// NsecToTimespec returns nanoseconds as seconds and a rest that is not negative.
func NsecToTimespec(nsec int64) Timespec {
	sec, rest := floorDiv(nsec, 1e9)
	return Timespec{Sec: sec, Nsec: rest}
}

// TimevalToNsec returns tv in nanoseconds.
func TimevalToNsec(tv Timeval) int64 { return tv.Nano() }

// NsecToTimeval returns nanoseconds, rounded up to microseconds, as seconds and a rest that is not negative.
func NsecToTimeval(nsec int64) Timeval {
	sec, rest := floorDiv(nsec+999, 1e9)
	return Timeval{Sec: sec, Usec: rest / 1e3}
}

func floorDiv(x, y int64) (quotient, rest int64) {
	quotient, rest = x/y, x%y
	if rest < 0 {
		quotient, rest = quotient-1, rest+y
	}
	return quotient, rest
}

// Unix returns the time as seconds and nanoseconds.
func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }

// Time returns the seconds since 1970, and stores them in *t if t is not nil.
func Time(t *Time_t) (tt Time_t, err error) {
	var tv Timeval
	if err := Gettimeofday(&tv); err != nil {
		return 0, err
	}
	if t != nil {
		*t = Time_t(tv.Sec)
	}
	return Time_t(tv.Sec), nil
}

func Settimeofday(tv *Timeval) error {
	return onPointer(SYS_SETTIMEOFDAY, uintptr(unsafe.Pointer(tv)), nil)
}

func Adjtimex(buf *Timex) (state int, err error) {
	return number(Syscall(SYS_ADJTIMEX, uintptr(unsafe.Pointer(buf)), 0, 0))
}

func Times(tms *Tms) (ticks uintptr, err error) {
	ticks, _, e := Syscall(SYS_TIMES, uintptr(unsafe.Pointer(tms)), 0, 0)
	return ticks, orNil(e)
}

// Nanosleep sleeps, and stores what is left in *leftover if a signal ends that. It keeps a thread: use time.Sleep.
func Nanosleep(time *Timespec, leftover *Timespec) error {
	return onPointer(SYS_NANOSLEEP, uintptr(unsafe.Pointer(time)), unsafe.Pointer(leftover))
}

// Utime sets a file's times of access and change; nil is now.
func Utime(path string, buf *Utimbuf) error {
	if buf == nil {
		return timesAt(_AT_FDCWD, path, nil)
	}
	return timesAt(_AT_FDCWD, path, []Timespec{{Sec: buf.Actime}, {Sec: buf.Modtime}})
}

// Utimes sets a file's times of access and change.
func Utimes(path string, tv []Timeval) error {
	if len(tv) != 2 {
		return EINVAL
	}
	return Futimesat(_AT_FDCWD, path, tv)
}

// Futimesat is Utimes of a path below a directory.
func Futimesat(dirfd int, path string, tv []Timeval) error {
	if len(tv) != 2 {
		return EINVAL
	}
	return timesAt(dirfd, path, []Timespec{NsecToTimespec(tv[0].Nano()), NsecToTimespec(tv[1].Nano())})
}

// Futimes is Utimes of an open file.
func Futimes(fd int, tv []Timeval) error {
	return Utimes("/proc/self/fd/"+decimal(fd), tv)
}

func timesAt(dirfd int, path string, ts []Timespec) error {
	return onPathAt(SYS_UTIMENSAT, dirfd, path, uintptr(unsafe.Pointer(unsafe.SliceData(ts))), 0)
}
