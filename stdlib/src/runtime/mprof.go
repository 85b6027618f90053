package runtime

import "unsafe"

// The profilers of Go's runtime: of memory, and of waiting. That of CPU time is package runtime/pprof's; hood makes no profile of
// its threads.

// A StackRecord is a call stack.
type StackRecord struct {
	Stack0 [32]uintptr
}

// Stack returns the addresses of the record.
func (r *StackRecord) Stack() []uintptr { return untilZero(r.Stack0[:]) }

func untilZero(s []uintptr) []uintptr {
	for i, v := range s {
		if v == 0 {
			return s[:i]
		}
	}
	return s
}

// A MemProfileRecord is what one call stack has allocated.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the bytes that are still in use.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the objects that are still in use.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the addresses of the record.
func (r *MemProfileRecord) Stack() []uintptr { return untilZero(r.Stack0[:]) }

// A BlockProfileRecord is how long goroutines were blocked at one call stack.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// memProfile is in stdlib/native/runtime_profile.cc, which knows how a MemProfileRecord is laid out.
func memProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool)

// MemProfile returns what was allocated up to the last collection and is in use, one record per call stack and size, if p has
// room for them; with inuseZero also what is not in use any more. Each record is of samples (MemProfileRate).
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) {
	if MemProfileRate <= 0 {
		return 0, true
	}
	return memProfile(p, inuseZero)
}

// The profiles of time, as C++ numbers them (stdlib/native/runtime_profile.cc).
const (
	cpuProfile   = 0
	blockProfile = 1
	mutexProfile = 2
)

// timeProfile fills in what a profile has, if there is room.
func timeProfile(which int, p []BlockProfileRecord) (n int, ok bool)

// setProfileRate sets how often a profile samples, and returns what it was; a negative rate changes nothing.
func setProfileRate(which int, rate int) (old int)

// BlockProfile returns where goroutines waited for others, if p has room for it. Cycles are nanoseconds.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return timeProfile(blockProfile, p) }

// MutexProfile returns who released locks that others waited for, if p has room for it. Cycles are nanoseconds.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return timeProfile(mutexProfile, p) }

// ThreadCreateProfile returns the profile of thread creation: it is empty.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// GoroutineProfile returns one record per goroutine, if p has room for them. Only the caller's own has a stack.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	for i := range p[:n] {
		p[i] = StackRecord{}
	}
	Callers(1, p[0].Stack0[:])
	return n, true
}

// CPUProfile panics: it has been replaced by package runtime/pprof.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// SetCPUProfileRate sets how many samples a second the next profile of runtime/pprof takes; 0 for as many as it likes.
func SetCPUProfileRate(hz int) {
	if hz < 0 {
		hz = 0
	}
	setProfileRate(cpuProfile, hz)
}

// SetBlockProfileRate sets that one wait is counted for each rate nanoseconds of waiting: 1 for all of them, 0 for none.
func SetBlockProfileRate(rate int) {
	if rate < 0 {
		rate = 0
	}
	setProfileRate(blockProfile, rate)
}

// SetMutexProfileFraction sets that one wait for a lock in rate is counted, and returns what was set before. A negative rate
// changes nothing.
func SetMutexProfileFraction(rate int) int { return setProfileRate(mutexProfile, rate) }

// SetCgoTraceback does nothing: there are no C frames.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

type traceError string

func (e traceError) Error() string { return string(e) }

// StartTrace fails: hood's own trace is a knob.
func StartTrace() error { return traceError("tracing is not supported; use hood run --set trace=1") }

// StopTrace does nothing.
func StopTrace() {}

// ReadTrace returns nil: the trace is over.
func ReadTrace() []byte { return nil }
