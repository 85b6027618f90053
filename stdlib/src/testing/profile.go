package testing

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
)

// The profiles of a run of tests: the flags, and what is done about them before the first test and after the last.
var (
	cpuProfileFlag           *string
	memProfileFlag           *string
	memProfileRateFlag       *int
	blockProfileFlag         *string
	blockProfileRateFlag     *int
	mutexProfileFlag         *string
	mutexProfileFractionFlag *int
	traceFlag                *string
)

func initProfileFlags() {
	cpuProfileFlag = flag.String("test.cpuprofile", "", "write a cpu profile to `file`")
	memProfileFlag = flag.String("test.memprofile", "", "write an allocation profile to `file`")
	memProfileRateFlag = flag.Int("test.memprofilerate", 0, "set memory allocation profiling `rate` (see runtime.MemProfileRate)")
	blockProfileFlag = flag.String("test.blockprofile", "", "write a goroutine blocking profile to `file`")
	blockProfileRateFlag = flag.Int("test.blockprofilerate", 1, "set blocking profile `rate` (see runtime.SetBlockProfileRate)")
	mutexProfileFlag = flag.String("test.mutexprofile", "", "write a mutex contention profile to the named `file` after execution")
	mutexProfileFractionFlag = flag.Int("test.mutexprofilefraction", 1, "if >= 0, calls runtime.SetMutexProfileFraction()")
	traceFlag = flag.String("test.trace", "", "write an execution trace to `file`")
}

// A profiler is a testDeps that can make profiles.
type profiler interface {
	StartCPUProfile(w io.Writer) error
	StopCPUProfile()
	WriteProfileTo(name string, w io.Writer) error
	StartTrace(w io.Writer) error
	StopTrace()
}

func (m *M) startProfiles() {
	if *memProfileRateFlag > 0 {
		runtime.MemProfileRate = *memProfileRateFlag
	}
	if *blockProfileFlag != "" && *blockProfileRateFlag >= 0 {
		runtime.SetBlockProfileRate(*blockProfileRateFlag)
	}
	if *mutexProfileFlag != "" && *mutexProfileFractionFlag >= 0 {
		runtime.SetMutexProfileFraction(*mutexProfileFractionFlag)
	}
	p, ok := m.deps.(profiler)
	if !ok && (*cpuProfileFlag != "" || *traceFlag != "") {
		fatalf("testing: this test binary can write no profiles\n")
	}
	if *cpuProfileFlag != "" {
		m.record(*cpuProfileFlag, "cpu profile", p.StartCPUProfile, p.StopCPUProfile)
	}
	if *traceFlag != "" {
		m.record(*traceFlag, "tracing", p.StartTrace, p.StopTrace)
	}
}

// record starts what goes on until the last test is over.
func (m *M) record(file, what string, start func(io.Writer) error, stop func()) {
	f, err := os.Create(outputPath(file))
	if err != nil {
		fatalf("testing: %v\n", err)
	}
	if err := start(f); err != nil {
		fatalf("testing: can't start %s: %v\n", what, err)
	}
	m.stopRecording = append(m.stopRecording, func() {
		stop()
		f.Close()
	})
}

// writeProfiles ends profiling and writes the files.
func (m *M) writeProfiles() {
	for _, stop := range m.stopRecording {
		stop()
	}
	m.stopRecording = nil
	if *memProfileFlag != "" {
		runtime.GC() // the profile is that of the last collection
	}
	for _, out := range []struct{ name, file string }{
		{"allocs", *memProfileFlag},
		{"block", *blockProfileFlag},
		{"mutex", *mutexProfileFlag},
	} {
		if out.file == "" {
			continue
		}
		if err := m.writeProfile(out.name, outputPath(out.file)); err != nil {
			fatalf("testing: can't write %s: %v\n", out.file, err)
		}
	}
}

func (m *M) writeProfile(name, file string) error {
	p, ok := m.deps.(profiler)
	if !ok {
		return fmt.Errorf("this test binary has no profiles")
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := p.WriteProfileTo(name, f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
