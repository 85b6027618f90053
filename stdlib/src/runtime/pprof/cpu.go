package pprof

import (
	"errors"
	"io"
	"runtime"
	"sync"
	"time"
)

// The profile of CPU time. A hundred times a second of it, the goroutine that runs is asked for its stack, which it gives at the
// next call or the next round of a loop. So time belongs to the call that is on; what is spent in hood's C++ (memmove, map
// lookups, collecting garbage for an allocation) to the Go function that needed it, and what threads do that run no goroutine
// (the collector's own work, looking for goroutines) to runtime._System.

// cpuStart starts sampling, hz times a second unless runtime.SetCPUProfileRate said something else, and returns how often; 0: it
// is on already. cpuStop ends it and returns how many samples found no goroutine.
func cpuStart(hz int) int
func cpuStop() (lost int)

// cpuProfile fills in profile 0, that of CPU time, if there is room. Only Count is used.
func cpuProfile(which int, p []runtime.BlockProfileRecord) (n int, ok bool)

const defaultHz = 100

var cpu struct {
	mu    sync.Mutex
	w     io.Writer // nil: off
	hz    int
	start time.Time
}

// StartCPUProfile starts to sample where CPU time goes; StopCPUProfile writes the profile to w.
func StartCPUProfile(w io.Writer) error {
	cpu.mu.Lock()
	defer cpu.mu.Unlock()
	if cpu.w != nil {
		return errors.New("cpu profiling already in use")
	}
	cpu.start = time.Now()
	cpu.hz = cpuStart(defaultHz)
	if cpu.hz == 0 {
		return errors.New("cpu profiling already in use")
	}
	cpu.w = w
	return nil
}

// StopCPUProfile ends the profile that is on, if one is, and writes it.
func StopCPUProfile() {
	cpu.mu.Lock()
	defer cpu.mu.Unlock()
	if cpu.w == nil {
		return
	}
	lost := int64(cpuStop())
	period := int64(time.Second) / int64(cpu.hz)
	p := protoProfile{
		sampleTypes: [][2]string{{"samples", "count"}, {"cpu", "nanoseconds"}},
		periodType:  [2]string{"cpu", "nanoseconds"},
		period:      period,
		start:       cpu.start,
		duration:    time.Since(cpu.start),
	}
	profile := waitProfile(func(list []runtime.BlockProfileRecord) (int, bool) { return cpuProfile(0, list) })
	records := profile.records()
	for i := range records {
		r := &records[i]
		p.samples = append(p.samples, sample{r.Stack(), []int64{r.Count, r.Count * period}})
	}
	if lost > 0 {
		p.samples = append(p.samples, sample{nil, []int64{lost, lost * period}})
	}
	writeProto(cpu.w, p)
	cpu.w = nil
}
