package slog

import (
	"context"
	"encoding"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Handler does something with records. Its methods may be called by several goroutines at once.
//
// A handler leaves out the time if it is zero and the place if the PC is; resolves values; leaves out attributes that are
// zero; takes the attributes of a group without a name as its own; and leaves out empty groups.
type Handler interface {
	// Enabled reports whether records of this level are wanted. It is called before anything else is done for them.
	Enabled(context.Context, Level) bool
	// Handle handles a record that is enabled.
	Handle(context.Context, Record) error
	// WithAttrs returns a handler that adds attributes to each record.
	WithAttrs(attrs []Attr) Handler
	// WithGroup returns a handler that puts all further attributes into a group, unless name is empty.
	WithGroup(name string) Handler
}

// HandlerOptions are options of TextHandler and JSONHandler; zero means default.
type HandlerOptions struct {
	AddSource bool    // show where records were logged
	Level     Leveler // the lowest level that is handled, asked for each record; nil is LevelInfo
	// ReplaceAttr, if not nil, is called with each attribute that is no group, and the groups that it is in; what it returns
	// is shown instead, if it is not zero. Time, level, source and message are attributes without groups here.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// Keys of what each record has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// format is what tells a handler's form of text from another's.
type format interface {
	begin(b []byte) []byte
	end(b []byte) []byte
	separator() string
	key(b []byte, prefix, key string) []byte // with what stands between key and value
	openGroup(b []byte) []byte
	closeGroup(b []byte) []byte
	text(b []byte, s string) []byte
	time(b []byte, t time.Time) ([]byte, error)
	value(b []byte, v Value) ([]byte, error)
	source(s *Source) Value
	grouped() bool // groups are brackets, not prefixes of keys
}

// core is what the handlers have in common.
type core struct {
	format format
	opts   HandlerOptions
	fixed  []byte   // attributes of WithAttrs, written already
	prefix string   // of keys, by the groups in fixed
	groups []string // of WithGroup
	opened int      // how many of them fixed has opened
	mu     *sync.Mutex
	w      io.Writer
}

func newCore(w io.Writer, opts *HandlerOptions, f format) *core {
	c := &core{w: w, mu: &sync.Mutex{}, format: f}
	if opts != nil {
		c.opts = *opts
	}
	return c
}

func (c *core) enabled(l Level) bool {
	least := LevelInfo
	if c.opts.Level != nil {
		least = c.opts.Level.Level()
	}
	return l >= least
}

func (c *core) clone() *core {
	d := *c
	d.fixed = slices.Clip(c.fixed)
	d.groups = slices.Clip(c.groups)
	return &d
}

func onlyEmptyGroups(as []Attr) bool {
	return !slices.ContainsFunc(as, func(a Attr) bool { return !a.Value.isEmptyGroup() })
}

func (c *core) withAttrs(as []Attr) *core {
	if onlyEmptyGroups(as) {
		return c
	}
	d := c.clone()
	s := d.newState(d.fixed)
	s.needsSep = d.needsSep()
	s.prefix = c.prefix
	before := len(s.buf)
	s.openGroups(d.opened)
	if s.attrs(as) {
		d.prefix, d.opened = s.prefix, len(d.groups)
	} else {
		s.buf = s.buf[:before]
	}
	d.fixed = s.buf
	return d
}

// needsSep reports whether a separator stands between fixed and what follows it.
func (c *core) needsSep() bool {
	return len(c.fixed) > 0 && !(c.format.grouped() && c.fixed[len(c.fixed)-1] == '{')
}

func (c *core) withGroup(name string) *core {
	d := c.clone()
	d.groups = append(d.groups, name)
	return d
}

// state is a line being written.
type state struct {
	*core
	buf      []byte
	needsSep bool
	prefix   string
	inside   []string // the groups around what is being written, if ReplaceAttr wants to know them
}

func (c *core) newState(buf []byte) *state {
	s := &state{core: c, buf: buf}
	if c.opts.ReplaceAttr != nil {
		s.inside = append(s.inside, c.groups[:c.opened]...)
	}
	return s
}

func (c *core) handle(r Record) error {
	s := c.newState(make([]byte, 0, 256))
	s.buf = c.format.begin(s.buf)
	s.builtins(&r)
	s.rest(&r)
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := c.w.Write(append(s.buf, '\n'))
	return err
}

// builtins writes time, level, source and message.
func (s *state) builtins(r *Record) {
	replace := s.opts.ReplaceAttr
	inside := s.inside
	s.inside = nil // they are in no group
	if !r.Time.IsZero() {
		t := r.Time.Round(0)
		if replace == nil {
			s.key(TimeKey)
			s.time(t)
		} else {
			s.attr(Time(TimeKey, t))
		}
	}
	if replace == nil {
		s.key(LevelKey)
		s.buf = s.format.text(s.buf, r.Level.String())
	} else {
		s.attr(Any(LevelKey, r.Level))
	}
	if s.opts.AddSource {
		s.attr(Any(SourceKey, r.source()))
	}
	if replace == nil {
		s.key(MessageKey)
		s.buf = s.format.text(s.buf, r.Message)
	} else {
		s.attr(String(MessageKey, r.Message))
	}
	s.inside = inside
}

// rest writes the attributes of WithAttrs and those of the record, and closes what is open.
func (s *state) rest(r *Record) {
	if len(s.fixed) > 0 {
		if s.needsSep {
			s.buf = append(s.buf, s.format.separator()...)
		}
		s.buf = append(s.buf, s.fixed...)
		s.needsSep = s.core.needsSep()
	}
	open := s.opened
	if r.NumAttrs() > 0 {
		s.prefix = s.core.prefix
		before := len(s.buf)
		s.openGroups(s.opened)
		any := false
		r.Attrs(func(a Attr) bool {
			if s.attr(a) {
				any = true
			}
			return true
		})
		if any {
			open = len(s.groups)
		} else {
			s.buf = s.buf[:before]
		}
	}
	for ; open > 0; open-- {
		s.buf = s.format.closeGroup(s.buf)
	}
	s.buf = s.format.end(s.buf)
}

// openGroups opens the groups of WithGroup from the n-th on.
func (s *state) openGroups(n int) {
	for _, name := range s.groups[n:] {
		s.openGroup(name)
	}
}

func (s *state) openGroup(name string) {
	if s.format.grouped() {
		s.key(name)
		s.buf = s.format.openGroup(s.buf)
		s.needsSep = false
	} else {
		s.prefix += name + "."
	}
	if s.opts.ReplaceAttr != nil {
		s.inside = append(s.inside, name)
	}
}

func (s *state) closeGroup(name string) {
	if s.format.grouped() {
		s.buf = s.format.closeGroup(s.buf)
	} else {
		s.prefix = s.prefix[:len(s.prefix)-len(name)-1]
	}
	s.needsSep = true
	if s.opts.ReplaceAttr != nil {
		s.inside = s.inside[:len(s.inside)-1]
	}
}

func (s *state) key(key string) {
	if s.needsSep {
		s.buf = append(s.buf, s.format.separator()...)
	}
	s.buf = s.format.key(s.buf, s.prefix, key)
	s.needsSep = true
}

// attrs writes attributes; false: there was nothing to write.
func (s *state) attrs(as []Attr) bool {
	any := false
	for _, a := range as {
		if s.attr(a) {
			any = true
		}
	}
	return any
}

// attr writes an attribute; false: there was nothing to write.
func (s *state) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := s.opts.ReplaceAttr; replace != nil && a.Value.Kind() != KindGroup {
		a = replace(s.inside, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if src, ok := a.Value.any.(*Source); ok {
		a.Value = s.format.source(src)
	}
	if a.Value.Kind() != KindGroup {
		s.key(a.Key)
		s.value(a.Value)
		return true
	}
	list := a.Value.Group()
	if len(list) == 0 {
		return true
	}
	before, sep := len(s.buf), s.needsSep
	if a.Key != "" {
		s.openGroup(a.Key)
	}
	any := s.attrs(list)
	if a.Key != "" {
		s.closeGroup(a.Key)
	}
	if !any {
		s.buf, s.needsSep = s.buf[:before], sep
	}
	return any
}

func (s *state) fail(err error) { s.buf = s.format.text(s.buf, fmt.Sprintf("!ERROR:%v", err)) }

func (s *state) time(t time.Time) {
	b, err := s.format.time(s.buf, t)
	if err != nil {
		s.fail(err)
		return
	}
	s.buf = b
}

// value writes a value that is no group. A panic of its methods is shown in its place.
func (s *state) value(v Value) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		// Methods of nil pointers: what was meant is clear.
		if x := reflect.ValueOf(v.any); x.Kind() == reflect.Pointer && x.IsNil() {
			s.buf = s.format.text(s.buf, "<nil>")
			return
		}
		s.buf = s.format.text(s.buf, fmt.Sprintf("!PANIC: %v", r))
	}()
	if v.Kind() == KindTime {
		s.time(v.time())
		return
	}
	b, err := s.format.value(s.buf, v)
	if err != nil {
		s.fail(err)
		return
	}
	s.buf = b
}

// marshaledText returns what an encoding.TextMarshaler says; ok is false if v is none.
func marshaledText(v any) (text []byte, err error, ok bool) {
	m, ok := v.(encoding.TextMarshaler)
	if !ok {
		return nil, nil, false
	}
	text, err = m.MarshalText()
	return text, err, true
}

// bytesOf returns what v holds if it is of a []byte type.
func bytesOf(v any) ([]byte, bool) {
	if b, ok := v.([]byte); ok {
		return b, true
	}
	if t := reflect.TypeOf(v); t != nil && t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
		return reflect.ValueOf(v).Bytes(), true
	}
	return nil, false
}

func joined(prefix, key string) string {
	if prefix == "" {
		return key
	}
	return strings.Join([]string{prefix, key}, "")
}
