package testing

import (
	"flag"
	"fmt"
	"internal/testlog"
	"math/rand"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// The flags of a test binary; Init defines them.
var (
	shortFlag    *bool
	failFastFlag *bool
	fullPathFlag *bool
	verboseFlag  verbosity
	runFlag      *string
	skipFlag     *string
	benchFlag    *string
	benchMemFlag *bool
	countFlag    = new(int)
	parallelFlag *int
	timeoutFlag  *time.Duration
	listFlag     *string
	cpuFlag      *string
	fuzzFlag     *string

	shuffleFlag      *string
	exit0Flag        *bool
	outputDirFlag    *string
	coverProfileFlag *string

	initialized bool
)

// Flags that change nothing here: what they ask for is done without being asked, or not done.
var ignoredFlags = []struct{ name, usage string }{
	{"test.testlogfile", "write test action log to `file` (for use only by cmd/go)"},
	{"test.fuzzcachedir", "directory where interesting fuzzing inputs are stored (for use only by cmd/go)"},
}

// verbosity is the value of -test.v: a boolean, or test2json.
type verbosity struct{ on bool }

func (v *verbosity) IsBoolFlag() bool { return true }
func (v *verbosity) String() string   { return strconv.FormatBool(v.on) }

func (v *verbosity) Set(s string) error {
	if s == "test2json" {
		v.on = true
		return nil
	}
	on, err := strconv.ParseBool(s)
	if err != nil {
		return fmt.Errorf("invalid flag -test.v=%s", s)
	}
	v.on = on
	return nil
}

// Init defines the flags of tests. Programs that are no test binaries call it before they use functions that need them.
func Init() {
	if initialized {
		return
	}
	initialized = true
	shortFlag = flag.Bool("test.short", false, "run smaller test suite to save time")
	failFastFlag = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	fullPathFlag = flag.Bool("test.fullpath", false, "show full file names in error messages")
	flag.Var(&verboseFlag, "test.v", "verbose: print additional output")
	runFlag = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	skipFlag = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	benchFlag = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	benchMemFlag = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&benchTimeFlag, "test.benchtime", "run each benchmark for duration `d`")
	flag.IntVar(countFlag, "test.count", 1, "run tests and benchmarks `n` times")
	parallelFlag = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	timeoutFlag = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	listFlag = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	cpuFlag = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	fuzzFlag = flag.String("test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.Var(&fuzzTimeFlag, "test.fuzztime", "time to spend fuzzing; default is to run indefinitely")
	flag.Var(&minimizeTimeFlag, "test.fuzzminimizetime", "time to spend minimizing a value after finding a failing input")
	shuffleFlag = flag.String("test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	exit0Flag = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	outputDirFlag = flag.String("test.outputdir", "", "write profiles to `dir`")
	coverProfileFlag = flag.String("test.coverprofile", "", "write a coverage profile to `file`")
	initProfileFlags()
	for _, f := range ignoredFlags {
		flag.String(f.name, "", f.usage)
	}
}

func init() { *countFlag = 1 }

func chatty() bool { return verboseFlag.on }

// Short reports whether -test.short is set; Verbose the same of -test.v.
func Short() bool {
	if shortFlag == nil {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *shortFlag
}

func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return verboseFlag.on
}

// isTest is set by the generated main.
var isTest bool

// Testing reports whether the program is a test binary.
func Testing() bool { return isTest }

func fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format, args...)
	os.Exit(1)
}

// testDeps is what the generated main gives: matching by regular expressions, which this package does not import.
type testDeps interface {
	MatchString(pat, str string) (bool, error)
	ImportPath() string
}

// M is given to TestMain.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
	ran        bool
	exitCode   int

	stopRecording []func() // the CPU profile, the trace
}

// MainStart is called by the generated main of a test binary.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	isTest = true
	Init()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples}
}

// matchOnly is testDeps for Main.
type matchOnly func(pat, str string) (bool, error)

func (f matchOnly) MatchString(pat, str string) (bool, error) { return f(pat, str) }
func (f matchOnly) ImportPath() string                        { return "" }

// Main is an old form of MainStart that exits.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// RunTests runs the tests that match.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	Init()
	ran, ok := runTests(tests, newFilter(matchString, *runFlag, "-test.run", *skipFlag), time.Time{})
	if !ran {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return ok
}

// Run runs everything that the flags choose and returns the exit status.
func (m *M) Run() (code int) {
	defer func() { code = m.exitCode }()
	if !flag.Parsed() {
		flag.Parse()
	}
	if *parallelFlag < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		m.exitCode = 2
		return
	}
	if *listFlag != "" {
		m.list()
		return
	}
	var deadline time.Time
	if *timeoutFlag > 0 {
		deadline = time.Now().Add(*timeoutFlag)
		alarm := time.AfterFunc(*timeoutFlag, timedOut)
		defer alarm.Stop()
	}
	if !m.shuffle() {
		m.exitCode = 2
		return
	}
	if *exit0Flag {
		testlog.SetPanicOnExit0(true)
		defer testlog.SetPanicOnExit0(false) // TestMain may end the program
	}
	counts, err := cpuCounts()
	if err != nil {
		fatalf("testing: %v\n", err)
	}
	m.startProfiles()
	ok := m.runAll(counts, deadline)
	m.writeProfiles()
	if !ok {
		fmt.Println("FAIL")
		m.exitCode = 1
		return
	}
	fmt.Println("PASS")
	coverReport()
	return
}

// timedOut ends the program with a trace of all goroutines.
func timedOut() {
	coverReport()
	debug.SetTraceback("all")
	text := fmt.Sprintf("test timed out after %v", *timeoutFlag)
	if names := runningTests(); len(names) > 0 {
		text += "\nrunning tests:\n\t" + strings.Join(names, "\n\t")
	}
	panic(text)
}

// shuffle changes the order of tests and benchmarks as -shuffle says; false if that is nonsense.
func (m *M) shuffle() bool {
	if *shuffleFlag == "off" {
		return true
	}
	seed := time.Now().UnixNano()
	if *shuffleFlag != "on" {
		n, err := strconv.ParseInt(*shuffleFlag, 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
		seed = n
	}
	fmt.Println("-test.shuffle", seed)
	r := rand.New(rand.NewSource(seed))
	r.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	r.Shuffle(len(m.benchmarks), func(i, j int) { m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i] })
	return true
}

// runAll runs tests, fuzz targets and examples with each number of processors, then the benchmarks.
func (m *M) runAll(counts []int, deadline time.Time) bool {
	ok, ran := true, false
	for _, n := range counts {
		runtime.GOMAXPROCS(n)
		f := newFilter(m.deps.MatchString, *runFlag, "-test.run", *skipFlag)
		testRan, testOK := runTests(m.tests, f, deadline)
		fuzzRan, fuzzOK := runFuzzTargets(m.fuzz, newFilter(m.deps.MatchString, *runFlag, "-test.run", *skipFlag), deadline)
		exampleRan, exampleOK := runExamples(m.deps.MatchString, m.examples)
		ran = ran || testRan || fuzzRan || exampleRan
		ok = ok && testOK && fuzzOK && exampleOK
	}
	if ok && *fuzzFlag != "" {
		ok = m.fuzzOne(deadline)
	}
	if !ran && *benchFlag == "" && *fuzzFlag == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	for _, n := range counts {
		if !ok {
			break
		}
		runtime.GOMAXPROCS(n)
		ok = runBenchmarks(m.deps.ImportPath(), m.deps.MatchString, m.benchmarks)
	}
	return ok
}

func cpuCounts() ([]int, error) {
	if *cpuFlag == "" {
		return []int{runtime.GOMAXPROCS(-1)}, nil
	}
	var counts []int
	for _, s := range strings.Split(*cpuFlag, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n <= 0 {
			return nil, fmt.Errorf("invalid value %q for -test.cpu", s)
		}
		counts = append(counts, n)
	}
	return counts, nil
}

// list prints the names that match.
func (m *M) list() {
	var names []string
	for _, t := range m.tests {
		names = append(names, t.Name)
	}
	for _, b := range m.benchmarks {
		names = append(names, b.Name)
	}
	for _, f := range m.fuzz {
		names = append(names, f.Name)
	}
	for _, e := range m.examples {
		names = append(names, e.Name)
	}
	for _, name := range names {
		matched, err := m.deps.MatchString(*listFlag, name)
		if err != nil {
			fatalf("testing: invalid regexp in -test.list (%q): %s\n", *listFlag, err)
		}
		if matched {
			fmt.Println(name)
		}
	}
}
