// Package log writes lines with a prefix, the time and the place of the call. Mirrors: src/log/log.go (Go 1.19).
package log

import (
	"fmt"
	"io"
	"log/internal"
	"os"
	"runtime"
	"sync"
	"time"
)

// What a line starts with. The order of the parts is fixed: 2009/01/23 01:23:23.123123 /a/b/c/d.go:23: message.
const (
	Ldate         = 1 << iota // the date: 2009/01/23
	Ltime                     // the time: 01:23:23
	Lmicroseconds             // microseconds, implies Ltime: 01:23:23.123123
	Llongfile                 // path of the file and line: /a/b/c/d.go:23
	Lshortfile                // only the last part of the path: d.go:23; overrides Llongfile
	LUTC                      // date and time are UTC's
	Lmsgprefix                // the prefix stands before the message, not at the start of the line
	LstdFlags     = Ldate | Ltime
)

// A Logger writes one line for each call, in one Write. Goroutines may share it.
type Logger struct {
	mu     sync.Mutex // guards everything below, and the order of lines
	prefix string
	flag   int
	out    io.Writer
	buf    []byte // the line being put together
}

// New returns a logger that writes to out.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

func init() {
	internal.DefaultOutput = func(pc uintptr, line []byte) error { return std.output(pc, 0, string(line)) }
}

// Default returns the logger of the package's functions.
func Default() *Logger { return std }

// SetOutput has the logger write to w.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out = w
}

// Writer returns where the logger writes to.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// Flags returns what lines start with.
func (l *Logger) Flags() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flag
}

// SetFlags sets what lines start with.
func (l *Logger) SetFlags(flag int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.flag = flag
}

// Prefix returns the prefix of lines.
func (l *Logger) Prefix() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.prefix
}

// SetPrefix sets the prefix of lines.
func (l *Logger) SetPrefix(prefix string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prefix = prefix
}

// appendPadded appends n in decimal, with zeros in front up to width.
func appendPadded(b []byte, n, width int) []byte {
	var digits [20]byte
	at := len(digits)
	for n > 0 || width > 0 {
		at--
		digits[at] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, digits[at:]...)
}

// appendHeader appends what comes before the message.
func (l *Logger) appendHeader(b []byte, now time.Time, file string, line int) []byte {
	if l.flag&Lmsgprefix == 0 {
		b = append(b, l.prefix...)
	}
	if l.flag&LUTC != 0 {
		now = now.UTC()
	}
	if l.flag&Ldate != 0 {
		year, month, day := now.Date()
		b = append(appendPadded(b, year, 4), '/')
		b = append(appendPadded(b, int(month), 2), '/')
		b = append(appendPadded(b, day, 2), ' ')
	}
	if l.flag&(Ltime|Lmicroseconds) != 0 {
		hour, min, sec := now.Clock()
		b = append(appendPadded(b, hour, 2), ':')
		b = append(appendPadded(b, min, 2), ':')
		b = appendPadded(b, sec, 2)
		if l.flag&Lmicroseconds != 0 {
			b = appendPadded(append(b, '.'), now.Nanosecond()/1e3, 6)
		}
		b = append(b, ' ')
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		if l.flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		b = append(append(b, file...), ':')
		if line < 0 {
			line = 0
		}
		b = append(appendPadded(b, line, 1), ": "...)
	}
	if l.flag&Lmsgprefix != 0 {
		b = append(b, l.prefix...)
	}
	return b
}

// Output writes a line with message s. calldepth says whose place is shown: 1 is the caller of Output.
func (l *Logger) Output(calldepth int, s string) error { return l.output(0, calldepth+1, s) }

// output is Output with the place given: pc, or if that is 0 calldepth.
func (l *Logger) output(pc uintptr, calldepth int, s string) error {
	now := time.Now() // before waiting for the lock
	l.mu.Lock()
	defer l.mu.Unlock()
	var file string
	var line int
	if l.flag&(Lshortfile|Llongfile) != 0 {
		l.mu.Unlock() // finding the caller takes a while
		ok := true
		if pc == 0 {
			_, file, line, ok = runtime.Caller(calldepth)
		} else {
			frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
			file, line, ok = frame.File, frame.Line, frame.File != ""
		}
		if !ok {
			file, line = "???", 0
		}
		l.mu.Lock()
	}
	l.buf = append(l.appendHeader(l.buf[:0], now, file, line), s...)
	if len(s) == 0 || s[len(s)-1] != '\n' {
		l.buf = append(l.buf, '\n')
	}
	_, err := l.out.Write(l.buf)
	return err
}

// discards tells that nobody reads the lines: they need not be formatted.
func (l *Logger) discards() bool { return l.Writer() == io.Discard }

// Print logs its arguments as fmt.Print has them.
func (l *Logger) Print(v ...any) {
	if !l.discards() {
		l.Output(2, fmt.Sprint(v...))
	}
}

// Printf logs its arguments as fmt.Printf has them.
func (l *Logger) Printf(format string, v ...any) {
	if !l.discards() {
		l.Output(2, fmt.Sprintf(format, v...))
	}
}

// Println logs its arguments as fmt.Println has them.
func (l *Logger) Println(v ...any) {
	if !l.discards() {
		l.Output(2, fmt.Sprintln(v...))
	}
}

// Fatal is Print followed by os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf followed by os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println followed by os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print followed by panic with the message.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf followed by panic with the message.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println followed by panic with the message.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}
