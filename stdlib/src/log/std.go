// The functions of the package: those of the standard logger.
package log

import (
	"fmt"
	"io"
	"os"
)

// SetOutput has the standard logger write to w.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Writer returns where the standard logger writes to.
func Writer() io.Writer { return std.Writer() }

// Flags returns what lines of the standard logger start with.
func Flags() int { return std.Flags() }

// SetFlags sets what lines of the standard logger start with.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix of the standard logger's lines.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix of the standard logger's lines.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Output writes a line with message s. calldepth says whose place is shown: 1 is the caller of Output.
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }

// Print logs its arguments as fmt.Print has them.
func Print(v ...any) {
	if !std.discards() {
		std.Output(2, fmt.Sprint(v...))
	}
}

// Printf logs its arguments as fmt.Printf has them.
func Printf(format string, v ...any) {
	if !std.discards() {
		std.Output(2, fmt.Sprintf(format, v...))
	}
}

// Println logs its arguments as fmt.Println has them.
func Println(v ...any) {
	if !std.discards() {
		std.Output(2, fmt.Sprintln(v...))
	}
}

// Fatal is Print followed by os.Exit(1).
func Fatal(v ...any) {
	std.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf followed by os.Exit(1).
func Fatalf(format string, v ...any) {
	std.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println followed by os.Exit(1).
func Fatalln(v ...any) {
	std.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print followed by panic with the message.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

// Panicf is Printf followed by panic with the message.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

// Panicln is Println followed by panic with the message.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}
