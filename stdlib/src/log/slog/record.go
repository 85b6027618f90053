package slog

import (
	"runtime"
	"slices"
	"time"
)

// fewAttrs is how many attributes a Record holds without allocating.
const fewAttrs = 5

// A Record is one event. Copies share attributes: Clone one before both are changed.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr // where it was logged, as runtime.Callers says; 0 for nowhere

	first [fewAttrs]Attr
	count int    // of first
	rest  []Attr // the others
}

// NewRecord returns a Record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone returns a copy that shares nothing with r.
func (r Record) Clone() Record {
	r.rest = slices.Clip(r.rest) // appending copies
	return r
}

// NumAttrs returns how many attributes r has.
func (r Record) NumAttrs() int { return r.count + len(r.rest) }

// Attrs calls f with each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for i := 0; i < r.count; i++ {
		if !f(r.first[i]) {
			return
		}
	}
	for _, a := range r.rest {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes, but no empty groups.
func (r *Record) AddAttrs(attrs ...Attr) {
	r.checkShared()
	for _, a := range attrs {
		r.add(a)
	}
}

// Add adds attributes, given as the arguments of Logger.Log.
func (r *Record) Add(args ...any) {
	r.checkShared()
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		r.add(a)
	}
}

func (r *Record) add(a Attr) {
	switch {
	case a.Value.isEmptyGroup():
	case r.count < fewAttrs:
		r.first[r.count] = a
		r.count++
	default:
		r.rest = append(r.rest, a)
	}
}

// checkShared notices when a copy of r was changed first: there is an attribute behind the last of r's.
func (r *Record) checkShared() {
	if cap(r.rest) == len(r.rest) {
		return
	}
	if after := r.rest[:len(r.rest)+1][len(r.rest)]; !after.isEmpty() {
		r.rest = append(slices.Clip(r.rest),
			String("!BUG", "AddAttrs unsafely called on copy of Record made without using Record.Clone"))
	}
}

// Source is a place in a program.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}

func (r Record) source() *Source {
	frame, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{Function: frame.Function, File: frame.File, Line: frame.Line}
}
