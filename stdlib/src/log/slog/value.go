package slog

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unsafe"
)

// A Value is any value. Numbers, strings, times and durations are held without allocating. The zero Value is nil.
type Value struct {
	_   [0]func() // == would compare pointers
	num uint64    // numbers, the length of a string, the Unix nanoseconds of a time
	any any       // a Kind for numbers; textPtr, groupPtr, *time.Location as zone, time.Time, or the value itself
}

type (
	textPtr  *byte          // of a string
	groupPtr *Attr          // of a []Attr
	zone     *time.Location // of a time in num
	fullTime time.Time      // a time that num cannot hold
)

// A Kind is what a Value holds.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string {
	if k >= 0 && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// kind hides Kind, so that a Kind may be a value.
type kind Kind

// A LogValuer gives the Value that is logged in its place.
type LogValuer interface {
	LogValue() Value
}

// Kind returns what v holds.
func (v Value) Kind() Kind {
	switch x := v.any.(type) {
	case kind:
		return Kind(x)
	case textPtr:
		return KindString
	case zone, fullTime:
		return KindTime
	case groupPtr:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

// StringValue returns a Value of a string.
func StringValue(s string) Value {
	return Value{num: uint64(len(s)), any: textPtr(unsafe.StringData(s))}
}

// IntValue returns a Value of an int, as an int64.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value returns a Value of an int64.
func Int64Value(v int64) Value { return Value{num: uint64(v), any: kind(KindInt64)} }

// Uint64Value returns a Value of a uint64.
func Uint64Value(v uint64) Value { return Value{num: v, any: kind(KindUint64)} }

// Float64Value returns a Value of a float64.
func Float64Value(v float64) Value { return Value{num: math.Float64bits(v), any: kind(KindFloat64)} }

// BoolValue returns a Value of a bool.
func BoolValue(v bool) Value {
	var n uint64
	if v {
		n = 1
	}
	return Value{num: n, any: kind(KindBool)}
}

// DurationValue returns a Value of a duration.
func DurationValue(v time.Duration) Value { return Value{num: uint64(v), any: kind(KindDuration)} }

// TimeValue returns a Value of a time, without its monotonic part.
func TimeValue(v time.Time) Value {
	if v.IsZero() {
		return Value{any: zone(nil)}
	}
	n := v.UnixNano()
	if !v.Equal(time.Unix(0, n)) {
		return Value{any: fullTime(v.Round(0))}
	}
	return Value{num: uint64(n), any: zone(v.Location())}
}

// GroupValue returns a Value of several attributes; empty groups among them are left out.
func GroupValue(as ...Attr) Value {
	if slices.ContainsFunc(as, func(a Attr) bool { return a.Value.isEmptyGroup() }) {
		kept := make([]Attr, 0, len(as))
		for _, a := range as {
			if !a.Value.isEmptyGroup() {
				kept = append(kept, a)
			}
		}
		as = kept
	}
	return Value{num: uint64(len(as)), any: groupPtr(unsafe.SliceData(as))}
}

// AnyValue returns a Value of v: of the kind of its own that v has, else KindAny. Numbers of all types, but none that are
// named, are of kind Int64, Uint64 or Float64.
func AnyValue(v any) Value {
	switch x := v.(type) {
	case string:
		return StringValue(x)
	case int:
		return Int64Value(int64(x))
	case uint:
		return Uint64Value(uint64(x))
	case int64:
		return Int64Value(x)
	case uint64:
		return Uint64Value(x)
	case bool:
		return BoolValue(x)
	case time.Duration:
		return DurationValue(x)
	case time.Time:
		return TimeValue(x)
	case uint8:
		return Uint64Value(uint64(x))
	case uint16:
		return Uint64Value(uint64(x))
	case uint32:
		return Uint64Value(uint64(x))
	case uintptr:
		return Uint64Value(uint64(x))
	case int8:
		return Int64Value(int64(x))
	case int16:
		return Int64Value(int64(x))
	case int32:
		return Int64Value(int64(x))
	case float64:
		return Float64Value(x)
	case float32:
		return Float64Value(float64(x))
	case []Attr:
		return GroupValue(x...)
	case Value:
		return x
	}
	return Value{any: v}
}

// Any returns what v holds.
func (v Value) Any() any {
	switch v.Kind() {
	case KindGroup:
		return v.group()
	case KindInt64:
		return int64(v.num)
	case KindUint64:
		return v.num
	case KindFloat64:
		return v.float()
	case KindString:
		return v.text()
	case KindBool:
		return v.num == 1
	case KindDuration:
		return time.Duration(v.num)
	case KindTime:
		return v.time()
	}
	return v.any
}

func (v Value) text() string {
	p, _ := v.any.(textPtr)
	return unsafe.String(p, v.num)
}
func (v Value) float() float64 { return math.Float64frombits(v.num) }
func (v Value) group() []Attr  { return unsafe.Slice((*Attr)(v.any.(groupPtr)), v.num) }
func (v Value) time() time.Time {
	switch x := v.any.(type) {
	case zone:
		if x == nil {
			return time.Time{}
		}
		return time.Unix(0, int64(v.num)).In(x)
	case fullTime:
		return time.Time(x)
	}
	panic(fmt.Sprintf("bad time type %T", v.any))
}

func (v Value) must(k Kind) {
	if got := v.Kind(); got != k {
		panic(fmt.Sprintf("Value kind is %s, not %s", got, k))
	}
}

// String returns the value as fmt prints it. It never panics.
func (v Value) String() string {
	if v.Kind() == KindString {
		return v.text()
	}
	return string(v.append(nil))
}

// Int64 returns v, which is of kind Int64.
func (v Value) Int64() int64 {
	v.must(KindInt64)
	return int64(v.num)
}

// Uint64 returns v, which is of kind Uint64.
func (v Value) Uint64() uint64 {
	v.must(KindUint64)
	return v.num
}

// Bool returns v, which is of kind Bool.
func (v Value) Bool() bool {
	v.must(KindBool)
	return v.num == 1
}

// Duration returns v, which is of kind Duration.
func (v Value) Duration() time.Duration {
	v.must(KindDuration)
	return time.Duration(v.num)
}

// Float64 returns v, which is of kind Float64.
func (v Value) Float64() float64 {
	v.must(KindFloat64)
	return v.float()
}

// Time returns v, which is of kind Time.
func (v Value) Time() time.Time {
	v.must(KindTime)
	return v.time()
}

// LogValuer returns v, which is of kind LogValuer.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group returns v, which is of kind Group.
func (v Value) Group() []Attr {
	if _, ok := v.any.(groupPtr); ok {
		return v.group()
	}
	panic("Group: bad kind")
}

// Equal reports whether v and w are of one kind and equal.
func (v Value) Equal(w Value) bool {
	k := v.Kind()
	if k != w.Kind() {
		return false
	}
	switch k {
	case KindInt64, KindUint64, KindBool, KindDuration:
		return v.num == w.num
	case KindString:
		return v.text() == w.text()
	case KindFloat64:
		return v.float() == w.float()
	case KindTime:
		return v.time().Equal(w.time())
	case KindGroup:
		return slices.EqualFunc(v.group(), w.group(), Attr.Equal)
	}
	return v.any == w.any
}

func (v Value) isEmptyGroup() bool { return v.Kind() == KindGroup && v.num == 0 }

// append appends the value as fmt prints it.
func (v Value) append(dst []byte) []byte {
	switch v.Kind() {
	case KindString:
		return append(dst, v.text()...)
	case KindInt64:
		return strconv.AppendInt(dst, int64(v.num), 10)
	case KindUint64:
		return strconv.AppendUint(dst, v.num, 10)
	case KindFloat64:
		return strconv.AppendFloat(dst, v.float(), 'g', -1, 64)
	case KindBool:
		return strconv.AppendBool(dst, v.num == 1)
	case KindDuration:
		return append(dst, time.Duration(v.num).String()...)
	case KindTime:
		return append(dst, v.time().String()...)
	case KindGroup:
		return fmt.Append(dst, v.group())
	}
	return fmt.Append(dst, v.any)
}

// maxLogValues is how many LogValues may give another LogValuer.
const maxLogValues = 100

// Resolve returns v, or if it is a LogValuer what that gives, repeatedly. What goes wrong is a Value of an error.
func (v Value) Resolve() (rv Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%s", stack(3, 5)))
		}
	}()
	for i := 0; i < maxLogValues; i++ {
		if v.Kind() != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times, was called on %T", original.Any()))
}

func stack(skip, n int) string {
	pcs := make([]uintptr, n)
	count := runtime.Callers(skip, pcs)
	if count == 0 {
		return "(no stack)"
	}
	frames := runtime.CallersFrames(pcs[:count])
	var b strings.Builder
	for i := 0; ; i++ {
		frame, more := frames.Next()
		fmt.Fprintf(&b, "called from %s (%s:%d)\n", frame.Function, frame.File, frame.Line)
		if !more {
			return b.String()
		}
		if i >= n-1 {
			fmt.Fprintf(&b, "(rest of stack elided)\n")
			return b.String()
		}
	}
}
