// Package pprof writes profiles of the program in the formats of go tool pprof.
//
// All are real but threadcreate, which is empty. See cpu.go for what the profile of CPU time measures.
package pprof

import (
	"fmt"
	"io"
	"runtime"
	"sort"
	"strings"
	"sync"
	"text/tabwriter"
)

// A Profile is a collection of call stacks.
type Profile struct {
	name  string
	mu    sync.Mutex
	m     map[any][]uintptr // of a profile of the program
	count func() int        // of the built-in ones
	write func(io.Writer, int) error
}

var profiles struct {
	mu sync.Mutex
	m  map[string]*Profile
}

// table returns the profiles, which are locked until unlock is called.
func table() (m map[string]*Profile, unlock func()) {
	profiles.mu.Lock()
	if profiles.m == nil {
		profiles.m = map[string]*Profile{
			"goroutine":    {name: "goroutine", count: runtime.NumGoroutine, write: writeGoroutine},
			"threadcreate": {name: "threadcreate", count: none, write: writeEmpty("threadcreate")},
			"heap":         {name: "heap", count: countHeap, write: writeHeap},
			"allocs":       {name: "allocs", count: countHeap, write: writeAllocs},
			"block":        {name: "block", count: countOf(runtime.BlockProfile), write: writeWaits("contention", runtime.BlockProfile)},
			"mutex":        {name: "mutex", count: countOf(runtime.MutexProfile), write: writeWaits("mutex", runtime.MutexProfile)},
		}
	}
	return profiles.m, profiles.mu.Unlock
}

func none() int { return 0 }

// NewProfile makes a profile of this name; it panics if there is one already.
func NewProfile(name string) *Profile {
	m, unlock := table()
	defer unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if m[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, m: map[any][]uintptr{}}
	m[name] = p
	return p
}

// Lookup returns the profile of this name, nil if there is none.
func Lookup(name string) *Profile {
	m, unlock := table()
	defer unlock()
	return m[name]
}

// Profiles returns all profiles by name.
func Profiles() []*Profile {
	m, unlock := table()
	defer unlock()
	all := make([]*Profile, 0, len(m))
	for _, p := range m {
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].name < all[j].name })
	return all
}

// Name returns the profile's name, by which Lookup finds it.
func (p *Profile) Name() string { return p.name }

// Count returns the number of stacks in the profile.
func (p *Profile) Count() int {
	if p.count != nil {
		return p.count()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.m)
}

// Add adds the stack of the caller's caller skip calls up, for value, which must not be in the profile.
func (p *Profile) Add(value any, skip int) {
	if p.write != nil {
		panic("pprof: use of uninitialized Profile")
	}
	stack := make([]uintptr, 32)
	stack = stack[:runtime.Callers(skip+1, stack)]
	if len(stack) == 0 {
		stack = []uintptr{0}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.m[value] != nil {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.m[value] = stack
}

// Remove takes value's stack out of the profile.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.m, value)
}

// WriteTo writes the profile: debug 0 for go tool pprof, 1 as text.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.write != nil {
		return p.write(w, debug)
	}
	p.mu.Lock()
	var stacks []sample
	for _, stack := range p.m {
		stacks = append(stacks, sample{stack, []int64{1}})
	}
	p.mu.Unlock()
	stacks = merge(stacks)
	if debug == 0 {
		return writeProto(w, protoProfile{sampleTypes: [][2]string{{p.name, "count"}}, samples: stacks})
	}
	total := int64(0)
	for _, s := range stacks {
		total += s.values[0]
	}
	return writeText(w, func(b io.Writer) {
		fmt.Fprintf(b, "%s profile: total %d\n", p.name, total)
		for _, s := range stacks {
			fmt.Fprintf(b, "%d @", s.values[0])
			writeStack(b, s.stack)
		}
	})
}

// A sample is a stack with its numbers.
type sample struct {
	stack  []uintptr
	values []int64
}

// merge adds up the numbers of equal stacks, and puts the largest first.
func merge(samples []sample) []sample {
	index := map[string]int{}
	var merged []sample
	for _, s := range samples {
		key := fmt.Sprint(s.stack)
		at, ok := index[key]
		if !ok {
			index[key] = len(merged)
			merged = append(merged, s)
			continue
		}
		for i, v := range s.values {
			merged[at].values[i] += v
		}
	}
	sort.SliceStable(merged, func(i, j int) bool { return merged[i].values[0] > merged[j].values[0] })
	return merged
}

// ---- text ----

func writeText(w io.Writer, write func(io.Writer)) error {
	tw := tabwriter.NewWriter(w, 1, 8, 1, '\t', 0)
	var b strings.Builder
	write(&b)
	if _, err := io.WriteString(tw, b.String()); err != nil {
		return err
	}
	return tw.Flush()
}

// writeStack writes the rest of a record's line, a line for each call, and an empty one.
func writeStack(b io.Writer, stack []uintptr) {
	for _, pc := range stack {
		fmt.Fprintf(b, " %#x", pc)
	}
	fmt.Fprintln(b)
	frames := runtime.CallersFrames(stack)
	for {
		frame, more := frames.Next()
		if frame.Function != "" {
			fmt.Fprintf(b, "#\t%#x\t%s+%#x\t%s:%d\n", frame.PC, frame.Function, frame.PC-frame.Entry, frame.File, frame.Line)
		}
		if !more {
			break
		}
	}
	fmt.Fprintln(b)
}

// ---- the built-in profiles ----

func writeEmpty(name string) func(io.Writer, int) error {
	return func(w io.Writer, debug int) error {
		if debug == 0 {
			return writeProto(w, protoProfile{sampleTypes: [][2]string{{name, "count"}}})
		}
		_, err := fmt.Fprintf(w, "%s profile: total 0\n", name)
		return err
	}
}

// writeGoroutine writes what all goroutines do: as a panic prints it, or counted by stack as far as stacks are known.
func writeGoroutine(w io.Writer, debug int) error {
	if debug >= 2 {
		buf := make([]byte, 1<<20)
		for {
			n := runtime.Stack(buf, true)
			if n < len(buf) {
				_, err := w.Write(buf[:n])
				return err
			}
			buf = make([]byte, 2*len(buf))
		}
	}
	records := make([]runtime.StackRecord, runtime.NumGoroutine()+10)
	n, ok := runtime.GoroutineProfile(records)
	for !ok {
		records = make([]runtime.StackRecord, n+10)
		n, ok = runtime.GoroutineProfile(records)
	}
	var stacks []sample
	for i := range records[:n] {
		stacks = append(stacks, sample{records[i].Stack(), []int64{1}})
	}
	stacks = merge(stacks)
	if debug == 0 {
		return writeProto(w, protoProfile{sampleTypes: [][2]string{{"goroutine", "count"}}, samples: stacks})
	}
	return writeText(w, func(b io.Writer) {
		fmt.Fprintf(b, "goroutine profile: total %d\n", n)
		for _, s := range stacks {
			fmt.Fprintf(b, "%d @", s.values[0])
			writeStack(b, s.stack)
		}
	})
}
