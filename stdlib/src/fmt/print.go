// Package fmt formats values as text and reads them from text, by verbs as in C's printf and scanf.
//
// Printing: Printf and its kin parse the format (printf.go); printArg and printValue (here and value.go) choose
// what a verb means for a value; formatter (format.go) lays out values of basic types.
// Scanning: scan.go and scanf.go.
package fmt

import (
	"internal/rtype"
	"io"
	"os"
	"strconv"
	"sync"
	"unicode/utf8"
)

// State is what a Formatter is given: where to write, and the flags of the verb.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// FormatString returns the directive that a Formatter was called for: %-5.2v.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if p, ok := state.Precision(); ok {
		b = strconv.AppendInt(append(b, '.'), int64(p), 10)
	}
	return string(utf8.AppendRune(b, verb))
}

// Formatter is a value that formats itself, for all verbs.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is a value that has a text of its own for the verbs that are valid for strings.
type Stringer interface {
	String() string
}

// GoStringer is a value that has Go syntax of its own for %#v.
type GoStringer interface {
	GoString() string
}

// printer is the state of one call of a print function.
type printer struct {
	formatter
	arg   any         // the operand, or a part of it that has methods
	value rtype.Value // the same where it was reached through a value

	reordered bool // the format names operands by [n]
	goodIndex bool // …and the last one well

	panicking bool // printing the value of a panic in a method
	erroring  bool // printing a mistake: no methods are called
	wrapErrs  bool // %w is allowed
	wrapped   []int
}

var printers = sync.Pool{New: func() any { return new(printer) }}

// maxKeptBuffer bounds the memory that idle printers hold.
const maxKeptBuffer = 64 << 10

func newPrinter() *printer {
	p := printers.Get().(*printer)
	p.panicking = false
	p.erroring = false
	p.wrapErrs = false
	p.flags = flags{}
	return p
}

func (p *printer) free() {
	if cap(p.buf) > maxKeptBuffer {
		return
	}
	p.buf = p.buf[:0]
	p.arg = nil
	p.value = rtype.Value{}
	p.wrapped = nil
	printers.Put(p)
}

func (p *printer) Width() (wid int, ok bool) { return p.wid, p.widPresent }

func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.precPresent }

func (p *printer) Flag(b int) bool {
	switch b {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// Write appends b, for Formatters.
func (p *printer) Write(b []byte) (ret int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString appends s, so that io.WriteString does not copy it.
func (p *printer) WriteString(s string) (ret int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) writeString(s string) { p.buf = append(p.buf, s...) }

func (p *printer) writeByte(c byte) { p.buf = append(p.buf, c) }

func (p *printer) writeRune(r rune) { p.buf = utf8.AppendRune(p.buf, r) }

// Fprintf formats by format and writes to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Printf formats by format and writes to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf formats by format and returns the text.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendf formats by format and appends the text to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.printf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprint writes the operands to w, each as %v does, with spaces between two that are both no strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Print is Fprint to standard output.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint is Fprint to a string.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	s := string(p.buf)
	p.free()
	return s
}

// Append is Fprint to the end of b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprintln writes the operands to w, each as %v does, with spaces between them and a newline behind.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Println is Fprintln to standard output.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln is Fprintln to a string.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendln is Fprintln to the end of b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

func (p *printer) print(a []any) {
	previousIsString := true // no space before the first
	for _, arg := range a {
		isString := arg != nil && rtype.TypeOf(arg).Kind() == rtype.String
		if !isString && !previousIsString {
			p.writeByte(' ')
		}
		p.printArg(arg, 'v')
		previousIsString = isString
	}
}

func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.writeByte(' ')
		}
		p.printArg(arg, 'v')
	}
	p.writeByte('\n')
}

// printArg prints an operand.
func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	p.value = rtype.Value{}
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.pad("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.str(rtype.TypeOf(arg).String())
		return
	case 'p':
		p.pointer(rtype.ValueOf(arg), 'p')
		return
	}
	// Types without methods, for which there is no need to look into descriptors.
	switch v := arg.(type) {
	case string:
		p.printString(v, verb)
	case int:
		p.printInteger(uint64(v), true, verb)
	case bool:
		p.printBool(v, verb)
	case float64:
		p.printFloat(v, 64, verb)
	case float32:
		p.printFloat(float64(v), 32, verb)
	case int8:
		p.printInteger(uint64(v), true, verb)
	case int16:
		p.printInteger(uint64(v), true, verb)
	case int32:
		p.printInteger(uint64(v), true, verb)
	case int64:
		p.printInteger(uint64(v), true, verb)
	case uint:
		p.printInteger(uint64(v), false, verb)
	case uint8:
		p.printInteger(uint64(v), false, verb)
	case uint16:
		p.printInteger(uint64(v), false, verb)
	case uint32:
		p.printInteger(uint64(v), false, verb)
	case uint64:
		p.printInteger(v, false, verb)
	case uintptr:
		p.printInteger(uint64(v), false, verb)
	case complex128:
		p.printComplex(v, 128, verb)
	case complex64:
		p.printComplex(complex128(v), 64, verb)
	case []byte:
		p.printBytes(v, verb, "[]byte")
	default:
		value, isValue := rtype.Reflected(arg)
		if isValue {
			// A reflect.Value stands for what it holds.
			if value.IsValid() && value.CanInterface() {
				p.arg = value.Interface()
				if p.arg != nil && p.callMethod(verb) {
					return
				}
			}
			p.printValue(value, verb, 0)
		} else if !p.callMethod(verb) {
			p.printValue(rtype.ValueOf(arg), verb, 0)
		}
	}
}

// callMethod prints p.arg by a method of its own, if it has one for the verb.
func (p *printer) callMethod(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		// Errorf collects such operands, and prints them as %v.
		if _, ok := p.arg.(error); !ok || !p.wrapErrs {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if formatter, ok := p.arg.(Formatter); ok {
		handled = true // if it panics, too
		defer p.catchPanic(p.arg, verb, "Format")
		formatter.Format(p, verb)
		return true
	}
	if p.sharpV {
		if stringer, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			p.str(stringer.GoString())
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			p.printString(v.Error(), verb)
			return true
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			p.printString(v.String(), verb)
			return true
		}
	}
	return false
}

// catchPanic reports a panic of arg's method in the text. It is to be deferred.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	// A nil receiver is likely the reason, and is printed as what it is.
	if v := rtype.ValueOf(arg); v.Kind() == rtype.Pointer && v.IsNil() {
		p.writeString("<nil>")
		return
	}
	if p.panicking {
		panic(err) // while printing another panic: nothing good will come
	}
	saved := p.flags
	p.flags = flags{}
	p.writeString("%!")
	p.writeRune(verb)
	p.writeString("(PANIC=")
	p.writeString(method)
	p.writeString(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.writeByte(')')
	p.flags = saved
}

// badVerb prints %!verb(type=value).
func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.writeString("%!")
	p.writeRune(verb)
	p.writeByte('(')
	switch {
	case p.arg != nil:
		p.writeString(rtype.TypeOf(p.arg).String())
		p.writeByte('=')
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.writeString(p.value.Type().String())
		p.writeByte('=')
		p.printValue(p.value, 'v', 0)
	default:
		p.writeString("<nil>")
	}
	p.writeByte(')')
	p.erroring = false
}
