// Package debug lets a program look at, and tune, the runtime while it runs.
package debug

import (
	"os"
	"runtime"
	"sort"
	"time"
)

// Stack returns the stack of the calling goroutine as text.
func Stack() []byte {
	for buf := make([]byte, 1024); ; buf = make([]byte, 2*len(buf)) {
		if n := runtime.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
	}
}

// PrintStack writes the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// GCStats is about recent collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration // newest first
	PauseEnd       []time.Time     // newest first
	PauseQuantiles []time.Duration // minimum, …, maximum, if not empty
}

// ReadGCStats fills stats; of PauseQuantiles as many as it has.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	n := int(m.NumGC)
	if n > len(m.PauseNs) {
		n = len(m.PauseNs)
	}
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	for i := 0; i < n; i++ {
		at := (int(m.NumGC) - 1 - i) % len(m.PauseNs)
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	q := stats.PauseQuantiles
	if len(q) == 0 {
		return
	}
	if n == 0 {
		for i := range q {
			q[i] = 0
		}
		return
	}
	sorted := append([]time.Duration(nil), stats.Pause...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	last := len(q) - 1
	for i := 0; i < last; i++ {
		q[i] = sorted[n*i/last]
	}
	q[last] = sorted[n-1]
}

func setGCPercent(percent int32) int32
func setMaxStack(bytes int) int
func setMemoryLimit(limit int64) int64
func freeOSMemory()

// SetGCPercent sets GOGC and returns the value before; a negative one turns collections off.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

func setMaxThreads(n int) int

// SetMaxThreads sets how many threads the program may have, and returns the value before. One more is a fatal error.
func SetMaxThreads(threads int) int { return setMaxThreads(threads) }

// SetMaxStack sets the most bytes a goroutine's stack may have, and returns the value before.
func SetMaxStack(bytes int) int { return setMaxStack(bytes) }

// SetMemoryLimit sets GOMEMLIMIT, unless it is negative, and returns the value before.
func SetMemoryLimit(limit int64) int64 { return setMemoryLimit(limit) }

// FreeOSMemory collects, and gives as much memory as possible back to the OS.
func FreeOSMemory() {
	runtime.GC()
	freeOSMemory()
}

func setPanicOnFault(enabled bool) (old bool)

// SetPanicOnFault says whether this goroutine panics, instead of ending the program, when it follows an address that is neither
// nil nor good; it returns what was said before. The panic's value has a method Addr that returns the address.
func SetPanicOnFault(enabled bool) bool { return setPanicOnFault(enabled) }

// SetTraceback sets how much a panic prints: "none", "single", "all", "system" or "crash". What the environment variable
// GOTRACEBACK asks for is the least.
func SetTraceback(level string)

// WriteHeapDump does nothing: the format is that of another heap.
func WriteHeapDump(fd uintptr) {}
