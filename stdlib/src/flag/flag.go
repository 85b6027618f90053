// Package flag reads command lines: -name, -name=value, and -name value for flags that are no booleans. Flags end at the
// first argument that is none, or behind "--".
//
// A Flag has a Value (values.go), which knows how to read and print it; a FlagSet is the flags of a program or of one of
// its commands, CommandLine that of the program (commandline.go).
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sort"
	"strings"
)

// ErrHelp is the error of Parse for -h and -help where no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

// The errors of values that cannot be read.
var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// ErrorHandling tells what Parse does about an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // return it
	ExitOnError                          // os.Exit(2), 0 for ErrHelp
	PanicOnError
)

// Flag is one flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string // the text of the default
}

// FlagSet is a set of flags with different names. The zero value has no name and returns errors.
type FlagSet struct {
	// Usage is called when Parse finds an error; nil: a message with all defaults.
	Usage func()

	name     string
	parsed   bool
	actual   map[string]*Flag // set on the command line
	formal   map[string]*Flag
	args     []string // what follows the flags
	handling ErrorHandling
	output   io.Writer // nil: standard error
}

// NewFlagSet returns an empty set. A name that is not empty is printed in messages.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init sets the name and the handling of errors.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.handling = errorHandling
}

func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }
func (f *FlagSet) Parsed() bool                 { return f.parsed }
func (f *FlagSet) NFlag() int                   { return len(f.actual) }
func (f *FlagSet) NArg() int                    { return len(f.args) }
func (f *FlagSet) Args() []string               { return f.args }

// Arg returns the i-th argument behind the flags, "" if there is none.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// Output returns where messages go, SetOutput changes it; nil is standard error.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// Lookup returns the flag of that name, nil if there is none.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets the flag of that name, as the command line would.
func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.markSet(flag)
	return nil
}

func (f *FlagSet) markSet(flag *Flag) {
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[flag.Name] = flag
}

func byName(flags map[string]*Flag) []*Flag {
	list := make([]*Flag, 0, len(flags))
	for _, f := range flags {
		list = append(list, f)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list
}

// VisitAll calls fn for all flags by name, Visit for those that were set.
func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range byName(f.formal) {
		fn(flag)
	}
}

func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range byName(f.actual) {
		fn(flag)
	}
}

// Var defines a flag with a Value of any type.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		panic(f.sprintf("flag %q begins with -", name))
	case strings.Contains(name, "="):
		panic(f.sprintf("flag %q contains =", name))
	}
	if _, defined := f.formal[name]; defined {
		if f.name == "" {
			panic(f.sprintf("flag redefined: %s", name))
		}
		panic(f.sprintf("%s flag redefined: %s", f.name, name))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

// sprintf formats a message and prints it, too.
func (f *FlagSet) sprintf(format string, a ...any) string {
	msg := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), msg)
	return msg
}

// fail reports an error and the usage.
func (f *FlagSet) fail(format string, a ...any) error {
	msg := f.sprintf(format, a...)
	f.usage()
	return errors.New(msg)
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// Parse reads the arguments, without the program's name. Flags must be defined before.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		seen, err := f.parseOne()
		if seen {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
	}
}

// parseOne reads one flag; seen is false at their end.
func (f *FlagSet) parseOne() (seen bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" { // "--"
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if hasValue {
			if err := flag.Value.Set(value); err != nil {
				return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
			}
		} else if err := flag.Value.Set("true"); err != nil {
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
		f.markSet(flag)
		return true, nil
	}
	if !hasValue {
		if len(f.args) == 0 {
			return false, f.fail("flag needs an argument: -%s", name)
		}
		value, f.args = f.args[0], f.args[1:]
	}
	if err := flag.Value.Set(value); err != nil {
		return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
	}
	f.markSet(flag)
	return true, nil
}

// UnquoteUsage returns the name of the flag's value, which is what stands in back quotes in the usage or else the kind of
// value, and the usage without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	before, rest, found := strings.Cut(flag.Usage, "`")
	if found {
		if quoted, after, closed := strings.Cut(rest, "`"); closed {
			return quoted, before + quoted + after
		}
	}
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			return "", flag.Usage
		}
	case *durationValue:
		return "duration", flag.Usage
	case *float64Value:
		return "float", flag.Usage
	case *intValue, *int64Value:
		return "int", flag.Usage
	case *stringValue:
		return "string", flag.Usage
	case *uintValue, *uint64Value:
		return "uint", flag.Usage
	}
	return "value", flag.Usage
}

// isZero reports whether the default of the flag is what a new value of its type prints, and need not be printed.
func isZero(flag *Flag) (zero bool, err error) {
	t := reflect.TypeOf(flag.Value)
	var z reflect.Value
	if t.Kind() == reflect.Pointer {
		z = reflect.New(t.Elem())
	} else {
		z = reflect.Zero(t)
	}
	defer func() {
		if e := recover(); e != nil {
			if t.Kind() == reflect.Pointer {
				t = t.Elem()
			}
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", t, flag.Name, e)
		}
	}()
	return flag.DefValue == z.Interface().(Value).String(), nil
}

// PrintDefaults prints all flags with their usage and defaults.
func (f *FlagSet) PrintDefaults() {
	var problems []error
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		fmt.Fprintf(&b, "  -%s", flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			b.WriteString(" " + name)
		}
		// Very short flags have the usage on the same line.
		if b.Len() <= 4 {
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		zero, err := isZero(flag)
		if err != nil {
			problems = append(problems, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				fmt.Fprintf(&b, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&b, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
	if len(problems) == 0 {
		return
	}
	fmt.Fprintln(f.Output())
	for _, err := range problems {
		fmt.Fprintln(f.Output(), err)
	}
}
