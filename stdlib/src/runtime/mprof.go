package runtime

import "unsafe"

// The profilers of Go's runtime. That of memory is real; hood has others of its own (see hood's --set trace), so the rest
// report that there is nothing.

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

// BlockProfile returns the blocking profile: it is empty.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile returns the profile of contended mutexes: it is empty.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

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

// SetCPUProfileRate does nothing: there is no CPU profile.
func SetCPUProfileRate(hz int) {}

// SetBlockProfileRate does nothing: there is no blocking profile.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction does nothing and returns the rate, which is 0.
func SetMutexProfileFraction(rate int) int { return 0 }

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
