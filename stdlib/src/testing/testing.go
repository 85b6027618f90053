// Package testing runs tests, benchmarks, examples and the seeds of fuzz targets.
//
// common.go: what they share: logging, failing, cleaning up. testing.go: tests. benchmark.go, example.go, fuzz.go: the
// others. main.go: flags, and the run of all of them that the generated main of a test binary starts.
package testing

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"time"
)

// T is given to tests.
type T struct {
	common
	run    *testRun
	fuzzed *F // the target that runs it with an input of its own making
}

// InternalTest is a test function with its name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// testRun is one pass over the tests: what to run, and how many at a time.
type testRun struct {
	filter   *filter
	deadline time.Time

	mu      sync.Mutex
	ran     bool // a test matched
	running int  // parallel tests that run
	limit   int
	queue   []chan bool // of parallel tests that wait
}

// acquire waits until one more parallel test may run; release lets the next one.
func (r *testRun) acquire() {
	r.mu.Lock()
	if r.running < r.limit {
		r.running++
		r.mu.Unlock()
		return
	}
	turn := make(chan bool)
	r.queue = append(r.queue, turn)
	r.mu.Unlock()
	<-turn
}

func (r *testRun) release() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.queue) > 0 {
		close(r.queue[0]) // it takes our place
		r.queue = r.queue[1:]
		return
	}
	r.running--
}

// Parallel says that the test may run beside other parallel ones, once those that are not are over.
func (t *T) Parallel() {
	if t.isParallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.environment {
		panic("testing: t.Parallel called after t.Setenv; cannot set environment variables in parallel tests")
	}
	t.isParallel = true
	if t.parent == nil {
		return
	}
	t.duration += time.Since(t.start)
	running.remove(t.name)
	t.parent.mu.Lock()
	t.parent.waiting = append(t.parent.waiting, t)
	t.parent.mu.Unlock()
	if chatty() {
		progress.announce(t.name, "PAUSE")
	}
	t.signal <- true // the parent goes on
	<-t.parent.release
	t.run.acquire()
	if chatty() {
		progress.announce(t.name, "CONT")
	}
	t.start = time.Now()
	running.add(t.name, t.start)
}

// Setenv is not for parallel tests.
func (t *T) Setenv(key, value string) {
	if t.isParallel {
		panic("testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests")
	}
	t.environment = true
	t.common.Setenv(key, value)
}

// Deadline returns when the time that -timeout gives will be over.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.run.deadline, !t.run.deadline.IsZero()
}

// Run runs f as a subtest and reports whether it succeeded, or waits for its parallel turn.
func (t *T) Run(name string, f func(t *T)) bool {
	t.mu.Lock()
	t.hasSub = true
	t.mu.Unlock()
	full, matched := t.run.filter.fullName(&t.common, name)
	if !matched {
		return true
	}
	t.run.mu.Lock()
	t.run.ran = true
	t.run.mu.Unlock()
	u := &T{common: common{name: full, parent: &t.common, level: t.level + 1, signal: make(chan bool, 1), release: make(chan bool)}, run: t.run}
	u.runner = callerName(1)
	if chatty() {
		progress.announce(u.name, "RUN")
	}
	go u.execute(f)
	if !<-u.signal {
		runtime.Goexit() // FailNow of a parent was called in the subtest
	}
	return !u.Failed()
}

// callerName returns the function that many calls up, which is not shown with logged text.
func callerName(skip int) string {
	var pcs [1]uintptr
	if runtime.Callers(skip+2, pcs[:]) == 0 {
		return ""
	}
	frame, _ := runtime.CallersFrames(pcs[:]).Next()
	return frame.Function
}

// execute runs f, then the parallel subtests that f left waiting, then the clean-up; and tells the parent.
func (t *T) execute(f func(*T)) {
	t.runner = callerName(0)
	defer t.end()
	defer func() {
		t.mu.Lock()
		waiting := len(t.waiting)
		t.mu.Unlock()
		if waiting == 0 {
			t.runCleanups()
		}
	}()
	t.start = time.Now()
	if t.name != "" {
		running.add(t.name, t.start)
	}
	f(t)
	t.finish()
}

func (c *common) finish() {
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
}

// runningList has the tests that run, and since when.
type runningList struct {
	mu    sync.Mutex
	since map[string]time.Time
}

var running = runningList{since: map[string]time.Time{}}

func (r *runningList) add(name string, since time.Time) {
	r.mu.Lock()
	r.since[name] = since
	r.mu.Unlock()
}

func (r *runningList) remove(name string) {
	r.mu.Lock()
	delete(r.since, name)
	r.mu.Unlock()
}

// runningTests returns them with how long they have run.
func runningTests() []string {
	running.mu.Lock()
	defer running.mu.Unlock()
	var list []string
	for name, since := range running.since {
		d := time.Since(since)
		if d >= time.Second {
			d = d.Round(time.Second)
		} else {
			d = d.Round(time.Microsecond)
		}
		list = append(list, fmt.Sprintf("%s (%v)", name, d))
	}
	sort.Strings(list)
	return list
}

// end is what is left to do when the test's function is over, however it ended. It is to be deferred.
func (t *T) end() {
	problem := recover()
	running.remove(t.name)
	goesOn := true
	if problem == nil && !t.isFinished() {
		problem = errors.New("test executed panic(nil) or runtime.Goexit")
		for p := t.parent; p != nil; p = p.parent {
			if p.isFinished() {
				t.Errorf("%v: subtest may have called FailNow on a parent test", problem)
				problem, goesOn = nil, false
				break
			}
		}
	}
	if problem != nil && t.fuzzed != nil {
		t.Errorf("panic: %v\n%s", problem, debug.Stack())
		t.finish()
		problem = nil
	}
	if problem != nil {
		t.Fail()
		t.duration += time.Since(t.start)
		t.flushAncestors()
		panic(problem)
	}
	t.duration += time.Since(t.start)
	if len(t.waiting) > 0 {
		// The place of this test is theirs meanwhile.
		if t.isParallel {
			t.run.release()
		}
		close(t.release)
		for _, sub := range t.waiting {
			<-sub.signal
		}
		cleaning := time.Now()
		t.runCleanups()
		t.duration += time.Since(cleaning)
		if t.isParallel {
			t.run.acquire()
		}
	}
	if t.isParallel {
		t.run.release()
	}
	t.report()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
	t.signal <- goesOn
}

func (c *common) isFinished() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.finished
}

// flushAncestors shows what the test and those around it logged, before a panic ends the program.
func (t *T) flushAncestors() {
	t.report()
	for p := t.parent; p != nil && p.parent != nil; p = p.parent {
		p.report()
	}
}

// runTests runs the tests that match, one after the other and then the parallel ones, and reports whether all succeeded.
func runTests(tests []InternalTest, f *filter, deadline time.Time) (ran, ok bool) {
	ok = true
	for range make([]struct{}, *countFlag) {
		run := &testRun{filter: f, deadline: deadline, limit: *parallelFlag}
		root := &T{common: common{signal: make(chan bool, 1), release: make(chan bool)}, run: run}
		root.execute(func(t *T) {
			for _, test := range tests {
				t.Run(test.Name, test.F)
				if *failFastFlag && t.Failed() {
					break
				}
			}
		})
		<-root.signal
		ran = ran || run.ran
		ok = ok && !root.Failed()
		if *failFastFlag && !ok {
			break
		}
	}
	return ran, ok
}

// filter chooses tests by name: patterns for each level of nesting, with slashes between; several such with | between.
type filter struct {
	match    func(pattern, s string) (bool, error)
	patterns [][]string
	skip     [][]string

	mu   sync.Mutex
	seen map[string]int // names that were given, to make others different
}

func newFilter(match func(pattern, s string) (bool, error), pattern, flag, skip string) *filter {
	f := &filter{match: match, patterns: splitPattern(pattern), skip: splitPattern(skip), seen: map[string]int{}}
	check := func(alternatives [][]string, flag string) {
		for _, levels := range alternatives {
			for _, p := range levels {
				if _, err := match(p, "non-empty"); err != nil {
					fatalf("testing: invalid regexp for %s (%q): %s\n", flag, p, err)
				}
			}
		}
	}
	check(f.patterns, flag)
	check(f.skip, "-test.skip")
	return f
}

// splitPattern cuts at bars and then at slashes that are not inside of brackets or parentheses.
func splitPattern(s string) [][]string {
	if s == "" {
		return nil
	}
	var all [][]string
	var parts []string
	brackets, parens, from := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			brackets++
		case ']':
			if brackets > 0 {
				brackets--
			}
		case '(':
			if brackets == 0 {
				parens++
			}
		case ')':
			if brackets == 0 {
				parens--
			}
		case '\\':
			i++
		case '/', '|':
			if brackets > 0 || parens > 0 {
				break
			}
			parts = append(parts, s[from:i])
			from = i + 1
			if s[i] == '|' {
				all, parts = append(all, parts), nil
			}
		}
	}
	return append(all, append(parts, s[from:]))
}

// matches reports whether a name may run: as far as it goes, it matches; or whole, that is with all levels of the pattern.
func (f *filter) matches(alternatives [][]string, elems []string, whole bool) bool {
	for _, levels := range alternatives {
		ok := !whole || len(elems) >= len(levels)
		for i := 0; ok && i < len(elems) && i < len(levels); i++ {
			ok, _ = f.match(rewrite(levels[i]), elems[i])
		}
		if ok {
			return true
		}
	}
	return false
}

// fullName returns a name for the subtest that no other one has, and whether it is to run.
func (f *filter) fullName(parent *common, sub string) (name string, ok bool) {
	name = sub
	if parent.level > 0 {
		name = parent.name + "/" + f.unique(parent.name, rewrite(sub))
	}
	elems := strings.Split(name, "/")
	if len(f.patterns) > 0 && !f.matches(f.patterns, elems, false) || f.matches(f.skip, elems, true) {
		return name, false
	}
	return name, true
}

// unique makes a subtest's name differ from those given under the same parent.
func (f *filter) unique(parent, sub string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	base := sub
	for {
		key := parent + "/" + sub
		n := f.seen[key]
		f.seen[key] = n + 1
		if n == 0 && sub != "" {
			return sub
		}
		sub = fmt.Sprintf("%s#%02d", base, n)
		if f.seen[parent+"/"+sub] == 0 {
			f.seen[parent+"/"+sub] = 1
			return sub
		}
	}
}

// rewrite makes a name of one word that can be printed.
func rewrite(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\v' || r == '\f' || r == '\r' || r == 0x85 || r == 0xa0 || r == 0x2000 || r == 0x3000:
			b.WriteByte('_')
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, "\\x%02x", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
