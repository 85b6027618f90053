package testing

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"time"
)

// Fuzzing: inputs are made by changing ones that are known (fuzz_mutate.go); those that reach code which none has reached
// before are kept, to be changed in turn. All in this process: an input that ends the program (a deadlock, os.Exit) is
// lost.
type fuzzEngine struct {
	corpus      []seed
	seen        map[string][]bool // blocks that some input reached
	random      *rand.Rand
	begin       time.Time
	execs       int64
	lastReport  time.Time
	lastExecs   int64
	interesting int
	failed      bool
}

var fuzzTimeFlag, minimizeTimeFlag = benchTime{}, benchTime{d: time.Minute}

// fuzzOne runs the target that -fuzz matches.
func (m *M) fuzzOne(deadline time.Time) bool {
	f := newFilter(m.deps.MatchString, *fuzzFlag, "-test.fuzz", *skipFlag)
	var chosen []InternalFuzzTarget
	for _, target := range m.fuzz {
		if _, ok := f.fullName(&common{}, target.Name); ok {
			chosen = append(chosen, target)
		}
	}
	switch {
	case len(chosen) == 0:
		fmt.Fprintln(os.Stderr, "testing: warning: no fuzz tests to fuzz")
		return true
	case len(chosen) > 1:
		fmt.Fprintln(os.Stderr, "testing: will not fuzz, -fuzz matches more than one fuzz test:", names(chosen))
		return false
	}
	all := newFilter(func(string, string) (bool, error) { return true, nil }, "", "", "")
	run := &testRun{filter: all, deadline: deadline, limit: *parallelFlag}
	root := &T{common: common{signal: make(chan bool, 1), release: make(chan bool)}, run: run}
	engine := &fuzzEngine{seen: map[string][]bool{}, random: rand.New(rand.NewSource(time.Now().UnixNano()))}
	root.execute(func(t *T) {
		t.Run(chosen[0].Name, func(t *T) {
			x := newF(t, run)
			x.engine = engine
			defer t.adopt(&x.common)
			chosen[0].Fn(x)
		})
	})
	<-root.signal
	return !root.Failed()
}

func names(targets []InternalFuzzTarget) []string {
	var list []string
	for _, t := range targets {
		list = append(list, t.Name)
	}
	return list
}

// run fuzzes until the time is over or an input fails.
func (e *fuzzEngine) run(f *F, fn reflect.Value, seeds []seed) {
	e.begin = time.Now()
	e.lastReport = e.begin
	if len(seeds) == 0 {
		seeds = []seed{{"", zeroValues(fn.Type())}}
	}
	fmt.Printf("fuzz: elapsed: 0s, gathering baseline coverage: 0/%d completed\n", len(seeds))
	for _, s := range seeds {
		if _, err := arguments(fn.Type(), s.values); err != nil {
			f.Fatal(err)
		}
		if t := e.execute(f, fn, s.values); t.Failed() {
			fmt.Printf("failure while testing seed corpus entry: %s/%s\n", f.name, s.name)
			f.fails(t)
			return
		}
		e.isNew()
		e.corpus = append(e.corpus, s)
	}
	fmt.Printf("fuzz: elapsed: %s, gathering baseline coverage: %d/%d completed, now fuzzing with 1 workers\n",
		e.elapsed(), len(seeds), len(seeds))
	for !e.isOver() {
		values := mutate(e.random, e.corpus[e.random.Intn(len(e.corpus))].values, e.corpus)
		t := e.execute(f, fn, values)
		if t.Failed() {
			e.found(f, fn, values, t)
			return
		}
		if e.isNew() {
			e.interesting++
			e.corpus = append(e.corpus, seed{"", values})
		}
		if e.execs&63 == 0 && time.Since(e.lastReport) >= 3*time.Second {
			e.report()
		}
	}
	e.report()
}

func (e *fuzzEngine) isOver() bool {
	if fuzzTimeFlag.n > 0 {
		return e.execs >= int64(fuzzTimeFlag.n)
	}
	return fuzzTimeFlag.d > 0 && time.Since(e.begin) >= fuzzTimeFlag.d
}

func (e *fuzzEngine) elapsed() time.Duration { return time.Since(e.begin).Round(time.Second) }

func (e *fuzzEngine) report() {
	now := time.Now()
	rate := float64(e.execs-e.lastExecs) / now.Sub(e.lastReport).Seconds()
	fmt.Printf("fuzz: elapsed: %s, execs: %d (%.0f/sec), new interesting: %d (total: %d)\n",
		e.elapsed(), e.execs, rate, e.interesting, len(e.corpus))
	e.lastReport, e.lastExecs = now, e.execs
}

// execute calls the function with one input, in a test that is shown only if it fails.
func (e *fuzzEngine) execute(f *F, fn reflect.Value, values []any) *T {
	for _, counters := range cover.Counters {
		for i := range counters {
			counters[i] = 0
		}
	}
	e.execs++
	args, _ := arguments(fn.Type(), values)
	t := &T{common: common{name: f.name, level: f.level + 1, bench: true, signal: make(chan bool, 1), release: make(chan bool)}, run: f.run, fuzzed: f}
	go t.execute(func(t *T) {
		args[0] = reflect.ValueOf(t)
		fn.Call(args)
	})
	<-t.signal
	return t
}

// isNew reports whether the last input reached a block that none before it did.
func (e *fuzzEngine) isNew() bool {
	found := false
	for name, counters := range cover.Counters {
		seen := e.seen[name]
		if seen == nil {
			seen = make([]bool, len(counters))
			e.seen[name] = seen
		}
		for i := range counters {
			if !seen[i] && atomic.LoadUint32(&counters[i]) > 0 {
				seen[i], found = true, true
			}
		}
	}
	return found
}

// found makes the failing input smaller, saves it, and has the target fail.
func (e *fuzzEngine) found(f *F, fn reflect.Value, values []any, t *T) {
	e.report()
	values, t = e.minimize(f, fn, values, t)
	text := marshalCorpus(values)
	dir := filepath.Join("testdata", "fuzz", f.name)
	name := fmt.Sprintf("%016x", fnv1a(text))
	f.fails(t)
	if err := os.MkdirAll(dir, 0777); err != nil {
		f.Fatal(err)
	}
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, text, 0666); err != nil {
		f.Fatal(err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.output = append(f.output, fmt.Sprintf("    \n    Failing input written to %s\n    To re-run:\n    hood test -run=%s/%s\n", file, f.name, name)...)
}

// fails takes over what a failed input's test logged.
func (f *F) fails(t *T) {
	f.Fail()
	var b bytes.Buffer
	fmt.Fprintf(&b, "    --- FAIL: %s (%.2fs)\n", f.name, t.duration.Seconds())
	for _, line := range bytes.SplitAfter(t.output, []byte("\n")) {
		if len(line) > 0 {
			b.WriteString("    ")
			b.Write(line)
		}
	}
	f.mu.Lock()
	f.output = append(f.output, b.Bytes()...)
	f.mu.Unlock()
}

// minimize shortens strings and byte slices as long as the input still fails.
func (e *fuzzEngine) minimize(f *F, fn reflect.Value, values []any, t *T) ([]any, *T) {
	limit, tries := time.Now().Add(minimizeTimeFlag.d), minimizeTimeFlag.n
	spent := func() bool {
		tries--
		return minimizeTimeFlag.n > 0 && tries < 0 || minimizeTimeFlag.d > 0 && time.Now().After(limit)
	}
	for i := range values {
		for changed := true; changed && !spent(); {
			changed = false
			for _, smaller := range shorter(values[i]) {
				if spent() {
					break
				}
				next := append([]any(nil), values...)
				next[i] = smaller
				if u := e.execute(f, fn, next); u.Failed() {
					values, t, changed = next, u, true
					break
				}
			}
		}
	}
	return values, t
}

// fnv1a gives the file of an input its name.
func fnv1a(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

func zeroValues(t reflect.Type) []any {
	var values []any
	for i := 1; i < t.NumIn(); i++ {
		values = append(values, reflect.Zero(t.In(i)).Interface())
	}
	return values
}

// marshalCorpus writes an input as parseCorpus reads it.
func marshalCorpus(values []any) []byte {
	var b strings.Builder
	b.WriteString("go test fuzz v1\n")
	for _, v := range values {
		switch v := v.(type) {
		case []byte:
			fmt.Fprintf(&b, "[]byte(%q)\n", v)
		case string:
			fmt.Fprintf(&b, "string(%q)\n", v)
		case byte:
			fmt.Fprintf(&b, "byte(%q)\n", v)
		case rune:
			if 0 <= v && v <= 0x10ffff && (v < 0xd800 || v > 0xdfff) {
				fmt.Fprintf(&b, "rune(%q)\n", v)
			} else {
				fmt.Fprintf(&b, "int32(%d)\n", v)
			}
		default:
			fmt.Fprintf(&b, "%T(%v)\n", v, v)
		}
	}
	return []byte(b.String())
}
