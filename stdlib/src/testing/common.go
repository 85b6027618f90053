package testing

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// TB is what tests, benchmarks and fuzz targets have in common.
type TB interface {
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string

	private() // so that names can be added
}

var _ TB = (*T)(nil)
var _ TB = (*B)(nil)

// common is the state of a test, benchmark or fuzz target: one goroutine runs it, others may log and fail it.
type common struct {
	// ---- constant once it runs ----
	name   string
	parent *common
	level  int       // of nesting
	start  time.Time // …when it was not waiting for parallel tests
	bench  bool

	// ---- guarded by mu ----
	mu       sync.Mutex
	output   []byte
	failed   bool
	skipped  bool
	done     bool // nothing may be logged any more
	finished bool // the function returned, or FailNow or SkipNow ended it
	hasSub   bool
	helpers  map[string]bool // functions whose lines are not shown
	cleanups []func()
	duration time.Duration

	// ---- owned by the running goroutine ----
	tempDir     string
	tempErr     error
	tempSeq     int
	isParallel  bool
	environment bool // Setenv was called
	runner      string

	signal  chan bool // the test is over, or goes on in parallel (then true)
	release chan bool // closed when parallel subtests may run
	waiting []*T      // parallel subtests
}

func (c *common) private() {}

func (c *common) Name() string { return c.name }

// Fail marks the test as failed; it goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed reports whether the test has failed so far.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow marks the test as failed and ends its goroutine.
func (c *common) FailNow() {
	c.Fail()
	c.stop()
}

// SkipNow marks the test as skipped and ends its goroutine.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.mu.Unlock()
	c.stop()
}

func (c *common) stop() {
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Log records text, which is shown if the test fails or with -v; Error also fails the test, Fatal also ends it, Skip
// skips it. The forms with f take a format.
func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...)) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// Helper marks the calling function as one whose lines are not shown with logged text: its caller's are.
func (c *common) Helper() {
	var pcs [1]uintptr
	if runtime.Callers(2, pcs[:]) == 0 {
		return
	}
	frame, _ := runtime.CallersFrames(pcs[:]).Next()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[frame.Function] = true
}

// place returns the file and line that logged text belongs to: of the first function up from the exported one of this
// package that is no helper.
func (c *common) place(skip int) string {
	var pcs [50]uintptr
	n := runtime.Callers(skip+2, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	first := ""
	for {
		frame, more := frames.Next()
		if frame.Function == "" && !more {
			break
		}
		file := frame.File
		if fullPathFlag == nil || !*fullPathFlag {
			file = filepath.Base(file)
		}
		where := fmt.Sprintf("%s:%d: ", file, frame.Line)
		if first == "" {
			first = where
		}
		if !c.helpers[frame.Function] && frame.Function != c.runner {
			return where
		}
		if !more {
			break
		}
	}
	if first == "" {
		return "???:1: "
	}
	return first
}

// log records text under the line of the caller's caller.
func (c *common) log(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	// Later lines are indented further.
	text = strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n        ")
	text = "    " + c.place(2) + text + "\n"
	if !c.done {
		switch {
		case chatty() && !c.bench:
			progress.printf(c.name, "%s", text)
		default:
			c.output = append(c.output, text...)
		}
		return
	}
	// The test is over: an ancestor that is not shows it.
	for p := c.parent; p != nil; p = p.parent {
		p.mu.Lock()
		if !p.done {
			p.output = append(p.output, text...)
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
	}
	panic("Log in goroutine after " + c.name + " has completed: " + text)
}

// Cleanup has f called when the test and its subtests are over, the last one first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// runCleanups calls the functions, what they add included; a panic does not keep the others from being called.
func (c *common) runCleanups() {
	defer func() {
		c.mu.Lock()
		more := len(c.cleanups) > 0
		c.mu.Unlock()
		if more {
			c.runCleanups()
		}
	}()
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// TempDir returns a new folder that is removed when the test is over.
func (c *common) TempDir() string {
	if c.tempDir == "" && c.tempErr == nil {
		// The name goes into the folder's, as far as it is fit for one.
		name := strings.Map(func(r rune) rune {
			switch {
			case r < utf8.RuneSelf && strings.ContainsRune("-_", r), unicode.IsLetter(r), unicode.IsNumber(r):
				return r
			}
			return -1
		}, c.name)
		c.tempDir, c.tempErr = os.MkdirTemp("", name)
		if c.tempErr == nil {
			c.Cleanup(func() {
				if err := os.RemoveAll(c.tempDir); err != nil {
					c.Errorf("TempDir RemoveAll cleanup: %v", err)
				}
			})
		}
	}
	if c.tempErr != nil {
		c.Fatalf("TempDir: %v", c.tempErr)
	}
	c.tempSeq++
	dir := fmt.Sprintf("%s%c%03d", c.tempDir, os.PathSeparator, c.tempSeq)
	if err := os.Mkdir(dir, 0777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// Setenv sets an environment variable until the test is over.
func (c *common) Setenv(key, value string) {
	old, was := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if was {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// report prints how the test ended, and hands what it logged to its parent.
func (c *common) report() {
	if c.parent == nil || c.bench {
		return
	}
	status := ""
	switch {
	case c.Failed():
		status = "FAIL"
	case !chatty():
	case c.Skipped():
		status = "SKIP"
	default:
		status = "PASS"
	}
	c.mu.Lock()
	text := c.output
	c.output = nil
	line := ""
	if status != "" {
		line = fmt.Sprintf("--- %s: %s (%.2fs)\n", status, c.name, c.duration.Seconds())
	}
	c.mu.Unlock()
	if line == "" {
		return // passed: nobody wants to see it
	}
	all := append([]byte(line), text...)
	c.parent.mu.Lock()
	if c.parent.parent == nil {
		progress.result(c.name, all)
	} else {
		// One level further in.
		for _, l := range bytes.SplitAfter(all, []byte("\n")) {
			if len(l) > 0 {
				c.parent.output = append(c.parent.output, "    "...)
				c.parent.output = append(c.parent.output, l...)
			}
		}
	}
	c.parent.mu.Unlock()
}

// printer writes lines of several tests without mixing them up; with -v it says whose they are when that changes.
type printer struct {
	mu   sync.Mutex
	last string // test whose lines came last
}

var progress printer

func (p *printer) printf(name, format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last != "" && p.last != name {
		fmt.Printf("=== NAME  %s\n", name)
	}
	p.last = name
	fmt.Printf(format, args...)
}

// result writes how a test ended.
func (p *printer) result(name string, text []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	os.Stdout.Write(text)
}

// announce writes a line about a test that starts, waits or goes on.
func (p *printer) announce(name, what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	fmt.Printf("=== %-5s %s\n", what, name)
}
