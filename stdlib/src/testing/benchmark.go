package testing

import (
	"fmt"
	"math"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// B is given to benchmarks, which do what they measure N times.
type B struct {
	common
	N int

	run         *benchRun
	f           func(*B)
	timerOn     bool
	begin       time.Time
	elapsed     time.Duration
	showAllocs  bool
	bytes       int64
	parallelism int
	extra       map[string]float64
	beginAllocs uint64
	beginBytes  uint64
	allocs      uint64
	allocBytes  uint64
	result      BenchmarkResult
}

// InternalBenchmark is a benchmark function with its name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

type benchRun struct {
	filter *filter
	width  int
	ran    bool
}

// benchTime is the value of -benchtime: a duration, or a number of iterations with an x behind it.
type benchTime struct {
	d time.Duration
	n int
}

func (f *benchTime) String() string {
	if f.n > 0 {
		return fmt.Sprintf("%dx", f.n)
	}
	return f.d.String()
}

func (f *benchTime) Set(s string) error {
	if strings.HasSuffix(s, "x") {
		n, err := strconv.Atoi(s[:len(s)-1])
		if err != nil || n < 1 {
			return fmt.Errorf("invalid count")
		}
		*f = benchTime{n: n}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return fmt.Errorf("invalid duration")
	}
	*f = benchTime{d: d}
	return nil
}

var benchTimeFlag = benchTime{d: time.Second}

// memStats is not on the heap, for that would be counted.
var memStats struct {
	sync.Mutex
	runtime.MemStats
}

func memory() (allocs, bytes uint64) {
	memStats.Lock()
	defer memStats.Unlock()
	runtime.ReadMemStats(&memStats.MemStats)
	return memStats.Mallocs, memStats.TotalAlloc
}

// StartTimer goes on measuring, StopTimer pauses, ResetTimer forgets what was measured.
func (b *B) StartTimer() {
	if !b.timerOn {
		b.beginAllocs, b.beginBytes = memory()
		b.begin = time.Now()
		b.timerOn = true
	}
}

func (b *B) StopTimer() {
	if b.timerOn {
		b.elapsed += time.Since(b.begin)
		allocs, bytes := memory()
		b.allocs += allocs - b.beginAllocs
		b.allocBytes += bytes - b.beginBytes
		b.timerOn = false
	}
}

func (b *B) ResetTimer() {
	b.extra = map[string]float64{}
	if b.timerOn {
		b.beginAllocs, b.beginBytes = memory()
		b.begin = time.Now()
	}
	b.elapsed, b.allocs, b.allocBytes = 0, 0, 0
}

// Elapsed returns the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.timerOn {
		return b.elapsed + time.Since(b.begin)
	}
	return b.elapsed
}

// SetBytes tells how many bytes one iteration goes through, ReportAllocs has allocations shown, ReportMetric adds a
// number of one's own.
func (b *B) SetBytes(n int64) { b.bytes = n }

func (b *B) ReportAllocs() { b.showAllocs = true }

func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\n") {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// SetParallelism has RunParallel use p times GOMAXPROCS goroutines.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// PB is given to the goroutines of RunParallel.
type PB struct {
	left  *int64 // of all goroutines
	chunk int64
	mine  int64
}

// Next reports whether there is another iteration to do.
func (pb *PB) Next() bool {
	if pb.mine == 0 {
		left := atomic.AddInt64(pb.left, -pb.chunk)
		switch {
		case left >= 0:
			pb.mine = pb.chunk
		case left > -pb.chunk:
			pb.mine = left + pb.chunk
		default:
			return false
		}
	}
	pb.mine--
	return true
}

// RunParallel has several goroutines share the iterations; body loops while Next says so.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	workers := b.parallelism * runtime.GOMAXPROCS(0)
	left := int64(b.N)
	chunk := int64(b.N / workers / 16)
	if chunk < 1 {
		chunk = 1
	}
	var wg sync.WaitGroup
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{left: &left, chunk: chunk})
		}()
	}
	wg.Wait()
	if left > 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// runN runs the function for n iterations.
func (b *B) runN(n int) {
	runtime.GC() // what others allocated is not this benchmark's to clean up
	b.N = n
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
}

// measure runs the function with more and more iterations until that takes long enough. It has a goroutine of its own,
// which Fatal and Skip may end.
func (b *B) measure() {
	defer func() { b.signal <- true }()
	defer b.runCleanups()
	if b.hasSubRun() {
		return
	}
	if benchTimeFlag.n > 0 {
		b.runN(benchTimeFlag.n)
		b.keep()
		return
	}
	goal := benchTimeFlag.d
	for n := int64(1); !b.Failed() && !b.Skipped(); {
		b.runN(int(n))
		b.keep()
		if b.elapsed >= goal || n >= 1e9 {
			return
		}
		previous, spent := n, b.elapsed.Nanoseconds()
		if spent <= 0 {
			spent = 1
		}
		// A fifth more than it should take; not too fast, for the first runs tell little.
		n = goal.Nanoseconds() * previous / spent
		n += n / 5
		if n > 100*previous {
			n = 100 * previous
		}
		if n < previous+1 {
			n = previous + 1
		}
		if n > 1e9 {
			n = 1e9
		}
	}
}

func (b *B) hasSubRun() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.hasSub
}

func (b *B) keep() {
	b.result = BenchmarkResult{N: b.N, T: b.elapsed, Bytes: b.bytes, MemAllocs: b.allocs, MemBytes: b.allocBytes, Extra: b.extra}
}

// Run runs f as a benchmark of its own and reports whether it succeeded. One that has such is not measured itself.
func (b *B) Run(name string, f func(b *B)) bool {
	b.mu.Lock()
	b.hasSub = true
	b.mu.Unlock()
	full, ok := b.run.filter.fullName(&b.common, name)
	if !ok {
		return true
	}
	if n := len(full) + len(benchmarkName("", runtime.GOMAXPROCS(-1))) + 1; n > b.run.width {
		b.run.width = n + 8 // with some room for longer ones that follow
	}
	sub := &B{common: common{name: full, parent: &b.common, level: b.level + 1, signal: make(chan bool), bench: true}, run: b.run, f: f}
	sub.runOnce()
	if !sub.hasSubRun() && !sub.Failed() && !sub.Skipped() {
		b.run.ran = true
		for i := 0; i < *countFlag; i++ {
			if i > 0 || benchTimeFlag.n != 1 {
				go sub.measure()
				<-sub.signal
			}
			sub.print()
		}
	} else if !sub.hasSubRun() {
		sub.print()
	}
	return !sub.Failed()
}

// runOnce finds out whether the benchmark has others inside.
func (b *B) runOnce() {
	go func() {
		defer func() { b.signal <- true }()
		defer b.runCleanups()
		b.runN(1)
		b.keep()
	}()
	<-b.signal
}

func (b *B) print() {
	name := benchmarkName(b.name, runtime.GOMAXPROCS(-1))
	switch {
	case b.Failed():
		fmt.Printf("--- FAIL: %s\n%s", name, b.output)
		return
	case b.Skipped():
		if chatty() {
			fmt.Printf("--- SKIP: %s\n%s", name, b.output)
		}
		return
	}
	line := fmt.Sprintf("%-*s\t%s", b.run.width, name, b.result.String())
	if *benchMemFlag || b.showAllocs {
		line += "\t" + b.result.MemString()
	}
	fmt.Println(line)
	if len(b.output) > 0 {
		fmt.Printf("--- BENCH: %s\n%s", name, b.output)
		b.output = nil
	}
}

// benchmarkName shows GOMAXPROCS unless it is 1.
func benchmarkName(name string, n int) string {
	if n != 1 {
		return fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

// BenchmarkResult is what was measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64 // of one iteration
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) mbPerSec() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

func (r BenchmarkResult) AllocsPerOp() int64 {
	if v, ok := r.Extra["allocs/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemAllocs) / int64(r.N)
}

func (r BenchmarkResult) AllocedBytesPerOp() int64 {
	if v, ok := r.Extra["B/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemBytes) / int64(r.N)
}

// String returns the line of the benchmark without its name.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteByte('\t')
		writeMetric(&b, ns, "ns/op")
	}
	if mbs := r.mbPerSec(); mbs != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", mbs)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	sort.Strings(units)
	for _, unit := range units {
		b.WriteByte('\t')
		writeMetric(&b, r.Extra[unit], unit)
	}
	return b.String()
}

// writeMetric shows about four digits.
func writeMetric(b *strings.Builder, x float64, unit string) {
	format := "%10.0f %s"
	switch y := math.Abs(x); {
	case y == 0 || y >= 999.95:
	case y >= 99.995:
		format = "%12.1f %s"
	case y >= 9.9995:
		format = "%13.2f %s"
	case y >= 0.99995:
		format = "%14.3f %s"
	case y >= 0.099995:
		format = "%15.4f %s"
	case y >= 0.0099995:
		format = "%16.5f %s"
	case y >= 0.00099995:
		format = "%17.6f %s"
	default:
		format = "%18.7f %s"
	}
	fmt.Fprintf(b, format, x, unit)
}

// MemString returns the part of the line about allocations.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// Benchmark measures one function, outside of a test binary, too.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{common: common{signal: make(chan bool), bench: true}, f: f}
	b.run = &benchRun{filter: newFilter(func(string, string) (bool, error) { return true, nil }, "", "", "")}
	b.runOnce()
	if !b.Failed() && !b.Skipped() && benchTimeFlag.n != 1 {
		go b.measure()
		<-b.signal
	}
	return b.result
}

// RunBenchmarks runs those that match. It is of the test binary's main.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	Init()
	runBenchmarks("", matchString, benchmarks)
}

func runBenchmarks(importPath string, match func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	if *benchFlag == "" {
		return true
	}
	f := newFilter(match, *benchFlag, "-test.bench", *skipFlag)
	run := &benchRun{filter: f, width: 0}
	var chosen []InternalBenchmark
	for _, b := range benchmarks {
		if _, ok := f.fullName(&common{}, b.Name); ok {
			chosen = append(chosen, b)
			ext := len(benchmarkName("", runtime.GOMAXPROCS(-1)))
			if n := len(b.Name) + 2*ext + 1; n > run.width {
				run.width = n
			}
		}
	}
	if len(chosen) == 0 {
		return true
	}
	fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
	if importPath != "" {
		fmt.Printf("pkg: %s\n", importPath)
	}
	root := &B{common: common{signal: make(chan bool), bench: true}, run: run}
	for _, b := range chosen {
		root.Run(b.Name, b.F)
	}
	return !root.Failed()
}

// AllocsPerRun returns how many allocations f makes on average, on one processor.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f() // what is allocated once only does not count
	before, _ := memory()
	for i := 0; i < runs; i++ {
		f()
	}
	after, _ := memory()
	return float64((after - before) / uint64(runs))
}
