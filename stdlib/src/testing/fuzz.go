package testing

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// F is given to fuzz targets. They are run with their seeds: those that they add, and those in testdata/fuzz; with -fuzz
// also with inputs made from them (fuzz_engine.go).
type F struct {
	common
	run    *testRun
	seeds  []seed
	called bool // Fuzz
	engine *fuzzEngine
}

// InternalFuzzTarget is a fuzz target with its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// seed is arguments for the function given to Fuzz.
type seed struct {
	name   string
	values []any
}

// What a fuzz target may take.
var fuzzTypes = map[reflect.Type]bool{}

func init() {
	for _, x := range []any{[]byte(nil), "", false, byte(0), rune(0), float32(0), float64(0), 0, int8(0), int16(0), int64(0),
		uint(0), uint16(0), uint32(0), uint64(0)} {
		fuzzTypes[reflect.TypeOf(x)] = true
	}
}

// Add adds a seed.
func (f *F) Add(args ...any) {
	for i, x := range args {
		if t := reflect.TypeOf(x); !fuzzTypes[t] {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
		_ = i
	}
	f.seeds = append(f.seeds, seed{fmt.Sprintf("seed#%d", len(f.seeds)), args})
}

// Fuzz calls ff, a func(*T, args…), with each seed, as a subtest.
func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	fn := reflect.ValueOf(ff)
	t := fn.Type()
	if t.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if t.NumIn() < 2 || t.In(0) != reflect.TypeOf((*T)(nil)) {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if t.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	for i := 1; i < t.NumIn(); i++ {
		if !fuzzTypes[t.In(i)] {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t.In(i)))
		}
	}
	saved, err := readCorpus(filepath.Join("testdata", "fuzz", f.name))
	if err != nil {
		f.Fatal(err)
	}
	if f.engine != nil {
		f.engine.run(f, fn, append(f.seeds, saved...))
		return
	}
	for _, s := range append(f.seeds, saved...) {
		f.runSeed(fn, s)
	}
}

func (f *F) runSeed(fn reflect.Value, s seed) {
	args, err := arguments(fn.Type(), s.values)
	if err != nil {
		f.Error(err)
		return
	}
	name, matched := f.run.filter.fullName(&f.common, s.name)
	if !matched {
		return
	}
	u := &T{common: common{name: name, parent: &f.common, level: f.level + 1, signal: make(chan bool, 1), release: make(chan bool)}, run: f.run}
	if chatty() {
		progress.announce(u.name, "RUN")
	}
	go u.execute(func(t *T) {
		args[0] = reflect.ValueOf(t)
		fn.Call(args)
	})
	if !<-u.signal {
		runtime.Goexit()
	}
}

// arguments returns what to call the function with; the first one, the test, is left open.
func arguments(t reflect.Type, values []any) ([]reflect.Value, error) {
	if len(values) != t.NumIn()-1 {
		return nil, fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), t.NumIn()-1)
	}
	args := []reflect.Value{{}}
	for i, x := range values {
		v := reflect.ValueOf(x)
		if v.Type() != t.In(i+1) {
			return nil, fmt.Errorf("mismatched types in corpus entry: %v, want %v", v.Type(), t.In(i+1))
		}
		if b, ok := x.([]byte); ok { // the function may change it
			v = reflect.ValueOf(append([]byte(nil), b...))
		}
		args = append(args, v)
	}
	return args, nil
}

// runFuzzTargets runs the targets that match with their seeds.
func runFuzzTargets(targets []InternalFuzzTarget, f *filter, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, target := range targets {
		run := &testRun{filter: f, deadline: deadline, limit: *parallelFlag}
		root := &T{common: common{signal: make(chan bool, 1), release: make(chan bool)}, run: run}
		root.execute(func(t *T) {
			t.Run(target.Name, func(t *T) {
				x := newF(t, run)
				defer t.adopt(&x.common)
				target.Fn(x)
			})
		})
		<-root.signal
		ran = ran || run.ran
		ok = ok && !root.Failed()
	}
	return ran, ok
}

func newF(t *T, run *testRun) *F {
	return &F{common: common{name: t.name, parent: &t.common, level: t.level, bench: true}, run: run}
}

// adopt takes over what a fuzz target logged.
func (t *T) adopt(c *common) {
	c.runCleanups()
	t.mu.Lock()
	t.output = append(t.output, c.output...)
	t.skipped = t.skipped || c.skipped
	t.finished = true
	t.mu.Unlock()
}

// readCorpus reads the seeds saved in a folder, a file each: "go test fuzz v1", then a value a line, as Go writes it.
func readCorpus(dir string) ([]seed, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		if os.IsNotExist(err) {
			return nil, nil
		}
		return nil, err
	}
	var all []seed
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		values, err := parseCorpus(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %v", filepath.Join(dir, e.Name()), err)
		}
		all = append(all, seed{e.Name(), values})
	}
	return all, nil
}

func parseCorpus(text string) ([]any, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 || strings.TrimSpace(lines[0]) != "go test fuzz v1" {
		return nil, errors.New("unknown encoding of corpus entry")
	}
	var values []any
	for _, line := range lines[1:] {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		v, err := parseValue(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		values = append(values, v)
	}
	return values, nil
}

// parseValue reads a conversion, T(literal).
func parseValue(s string) (any, error) {
	i := strings.IndexByte(s, '(')
	if i < 0 || !strings.HasSuffix(s, ")") {
		return nil, errors.New("expected a conversion")
	}
	typ, lit := s[:i], s[i+1:len(s)-1]
	number := func(bits int) (int64, error) {
		if strings.HasPrefix(lit, "'") {
			r, _, rest, err := strconv.UnquoteChar(strings.Trim(lit, "'"), '\'')
			if err == nil && rest != "" {
				err = errors.New("invalid character")
			}
			return int64(r), err
		}
		return strconv.ParseInt(lit, 0, bits)
	}
	unsigned := func(bits int) (uint64, error) {
		if strings.HasPrefix(lit, "'") {
			n, err := number(64)
			return uint64(n), err
		}
		return strconv.ParseUint(lit, 0, bits)
	}
	switch typ {
	case "string":
		return strconv.Unquote(lit)
	case "[]byte":
		t, err := strconv.Unquote(lit)
		return []byte(t), err
	case "bool":
		return strconv.ParseBool(lit)
	case "int":
		n, err := number(64)
		return int(n), err
	case "int8":
		n, err := number(8)
		return int8(n), err
	case "int16":
		n, err := number(16)
		return int16(n), err
	case "int32", "rune":
		n, err := number(32)
		return int32(n), err
	case "int64":
		return number(64)
	case "uint":
		n, err := unsigned(64)
		return uint(n), err
	case "uint8", "byte":
		n, err := unsigned(8)
		return uint8(n), err
	case "uint16":
		n, err := unsigned(16)
		return uint16(n), err
	case "uint32":
		n, err := unsigned(32)
		return uint32(n), err
	case "uint64":
		return unsigned(64)
	case "float32":
		x, err := strconv.ParseFloat(lit, 32)
		return float32(x), err
	case "float64":
		return strconv.ParseFloat(lit, 64)
	case "math.Float32frombits":
		n, err := unsigned(32)
		return math.Float32frombits(uint32(n)), err
	case "math.Float64frombits":
		n, err := unsigned(64)
		return math.Float64frombits(n), err
	}
	return nil, fmt.Errorf("unknown type %s", typ)
}
