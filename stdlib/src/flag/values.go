package flag

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"time"
)

// Value is what a flag sets. String may be called on the zero value, to see whether a default is one. A Value with the
// method IsBoolFlag() bool that returns true needs no value on the command line.
type Value interface {
	String() string
	Set(string) error
}

// Getter is a Value that gives what it holds; all values of this package are, but those of Func.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// numError says in words of this package what is wrong with a number.
func numError(err error) error {
	var e *strconv.NumError
	if !errors.As(err, &e) {
		return err
	}
	switch e.Err {
	case strconv.ErrSyntax:
		return errParse
	case strconv.ErrRange:
		return errRange
	}
	return err
}

type (
	boolValue     bool
	intValue      int
	int64Value    int64
	uintValue     uint
	uint64Value   uint64
	stringValue   string
	float64Value  float64
	durationValue time.Duration
	funcValue     func(string) error
	boolFuncValue func(string) error
	textValue     struct{ p encoding.TextUnmarshaler }
)

func (b *boolValue) Set(s string) error {
	v, err := strconv.ParseBool(s)
	if err != nil {
		err = errParse
	}
	*b = boolValue(v)
	return err
}

func (i *intValue) Set(s string) error {
	v, err := strconv.ParseInt(s, 0, strconv.IntSize)
	*i = intValue(v)
	return numError(err)
}

func (i *int64Value) Set(s string) error {
	v, err := strconv.ParseInt(s, 0, 64)
	*i = int64Value(v)
	return numError(err)
}

func (i *uintValue) Set(s string) error {
	v, err := strconv.ParseUint(s, 0, strconv.IntSize)
	*i = uintValue(v)
	return numError(err)
}

func (i *uint64Value) Set(s string) error {
	v, err := strconv.ParseUint(s, 0, 64)
	*i = uint64Value(v)
	return numError(err)
}

func (s *stringValue) Set(v string) error {
	*s = stringValue(v)
	return nil
}

func (f *float64Value) Set(s string) error {
	v, err := strconv.ParseFloat(s, 64)
	*f = float64Value(v)
	return numError(err)
}

func (d *durationValue) Set(s string) error {
	v, err := time.ParseDuration(s)
	if err != nil {
		err = errParse
	}
	*d = durationValue(v)
	return err
}

func (f funcValue) Set(s string) error     { return f(s) }
func (f boolFuncValue) Set(s string) error { return f(s) }
func (v textValue) Set(s string) error     { return v.p.UnmarshalText([]byte(s)) }

func (b *boolValue) Get() any     { return bool(*b) }
func (i *intValue) Get() any      { return int(*i) }
func (i *int64Value) Get() any    { return int64(*i) }
func (i *uintValue) Get() any     { return uint(*i) }
func (i *uint64Value) Get() any   { return uint64(*i) }
func (s *stringValue) Get() any   { return string(*s) }
func (f *float64Value) Get() any  { return float64(*f) }
func (d *durationValue) Get() any { return time.Duration(*d) }
func (v textValue) Get() any      { return v.p }

func (b *boolValue) String() string     { return strconv.FormatBool(bool(*b)) }
func (i *intValue) String() string      { return strconv.Itoa(int(*i)) }
func (i *int64Value) String() string    { return strconv.FormatInt(int64(*i), 10) }
func (i *uintValue) String() string     { return strconv.FormatUint(uint64(*i), 10) }
func (i *uint64Value) String() string   { return strconv.FormatUint(uint64(*i), 10) }
func (s *stringValue) String() string   { return string(*s) }
func (f *float64Value) String() string  { return strconv.FormatFloat(float64(*f), 'g', -1, 64) }
func (d *durationValue) String() string { return time.Duration(*d).String() }
func (f funcValue) String() string      { return "" }
func (f boolFuncValue) String() string  { return "" }

func (v textValue) String() string {
	if m, ok := v.p.(encoding.TextMarshaler); ok {
		if b, err := m.MarshalText(); err == nil {
			return string(b)
		}
	}
	return ""
}

func (b *boolValue) IsBoolFlag() bool    { return true }
func (f boolFuncValue) IsBoolFlag() bool { return true }

// newTextValue stores the default in the variable.
func newTextValue(val encoding.TextMarshaler, p encoding.TextUnmarshaler) textValue {
	to := reflect.ValueOf(p)
	if to.Kind() != reflect.Pointer {
		panic("variable value type must be a pointer")
	}
	from := reflect.ValueOf(val)
	if from.Kind() == reflect.Pointer {
		from = from.Elem()
	}
	if from.Type() != to.Type().Elem() {
		panic(fmt.Sprintf("default type does not match variable type: %v != %v", from.Type(), to.Type().Elem()))
	}
	to.Elem().Set(from)
	return textValue{p}
}

// Each kind of flag is defined by a function that is given the variable, and one that returns a new variable.

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	*p = value
	f.Var((*boolValue)(p), name, usage)
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	p := new(bool)
	f.BoolVar(p, name, value, usage)
	return p
}

func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	*p = value
	f.Var((*intValue)(p), name, usage)
}

func (f *FlagSet) Int(name string, value int, usage string) *int {
	p := new(int)
	f.IntVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	*p = value
	f.Var((*int64Value)(p), name, usage)
}

func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	p := new(int64)
	f.Int64Var(p, name, value, usage)
	return p
}

func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	*p = value
	f.Var((*uintValue)(p), name, usage)
}

func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	p := new(uint)
	f.UintVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	*p = value
	f.Var((*uint64Value)(p), name, usage)
}

func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	p := new(uint64)
	f.Uint64Var(p, name, value, usage)
	return p
}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	*p = value
	f.Var((*stringValue)(p), name, usage)
}

func (f *FlagSet) String(name string, value string, usage string) *string {
	p := new(string)
	f.StringVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	*p = value
	f.Var((*float64Value)(p), name, usage)
}

func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	p := new(float64)
	f.Float64Var(p, name, value, usage)
	return p
}

func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	*p = value
	f.Var((*durationValue)(p), name, usage)
}

func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	p := new(time.Duration)
	f.DurationVar(p, name, value, usage)
	return p
}

func (f *FlagSet) TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	f.Var(newTextValue(value, p), name, usage)
}

// Func defines a flag that calls fn with each value; BoolFunc one that needs no value.
func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }

func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue(fn), name, usage)
}
