// hood: vet   exit: 2
// Formats against arguments, for fmt and log and for functions that hand theirs on to them.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
)

type point struct{ x, y int }
type name string

func (n name) String() string { return "<" + string(n) + ">" }

type loop struct{}

func (l loop) String() string { return fmt.Sprintf("%s", l) } // err: find_printf.go:19:40: fmt.Sprintf format %s with arg l causes recursive (main.loop).String method call

type bad struct{ err error }

func (b *bad) Error() string { return fmt.Sprint("bad: ", b) } // err: find_printf.go:23:39: fmt.Sprint arg b causes recursive call to (*main.bad).Error method

func logf(format string, args ...interface{}) { fmt.Fprintf(os.Stderr, format, args...) }

func warnf(format string, args ...interface{}) { logf("warning: "+format, args...) }

func say(args ...interface{}) { fmt.Println(args...) }

func lost(format string, args ...interface{}) { fmt.Printf(format, args) } // err: find_printf.go:31:49: missing ... in args forwarded to printf-like function

func main() {
	err := errors.New("e")
	fmt.Printf("%d %s\n", 1, "a")
	fmt.Printf("%d\n", "a") // err: find_printf.go:36:2: fmt.Printf format %d has arg "a" of wrong type string
	fmt.Printf("%s\n", 1) // err: find_printf.go:37:2: fmt.Printf format %s has arg 1 of wrong type int
	fmt.Printf("%s %v %d\n", point{1, 2}, point{1, 2}, point{1, 2}) // err: find_printf.go:38:2: fmt.Printf format %s has arg point{1, 2} of wrong type main.point
	fmt.Printf("%d %s\n", name("n"), name("n")) // err: find_printf.go:39:2: fmt.Printf format %d has arg name("n") of wrong type main.name
	fmt.Printf("%t\n", 1) // err: find_printf.go:40:2: fmt.Printf format %t has arg 1 of wrong type int
	fmt.Printf("%z\n", 1) // err: find_printf.go:41:2: fmt.Printf format %z has unknown verb z
	fmt.Printf("%d %d\n", 1) // err: find_printf.go:42:2: fmt.Printf format %d reads arg #2, but call has 1 arg
	fmt.Printf("%d\n", 1, 2) // err: find_printf.go:43:2: fmt.Printf call needs 1 arg but has 2 args
	fmt.Printf("no directives\n", 1) // err: find_printf.go:44:12: fmt.Printf call has arguments but no formatting directives
	fmt.Printf("%[2]d %[1]s\n", "a", 2)
	fmt.Printf("%[3]d\n", 1, 2) // err: find_printf.go:46:2: fmt.Printf format has invalid argument index [3]
	fmt.Printf("%[1d\n", 1) // err: find_printf.go:47:2: fmt.Printf format %[1d
	fmt.Printf("%*d %.*f\n", 3, 1, 2, 1.5)
	fmt.Printf("%*d\n", "3", 1) // err: find_printf.go:49:2: fmt.Printf format %*d uses non-int "3" as argument of *
	fmt.Printf("%#s\n", "a") // err: find_printf.go:50:2: fmt.Printf format %#s has unrecognized flag #
	fmt.Printf("%+q %x %X % x\n", "a", "b", []byte("c"), "d")
	fmt.Printf("100%\n") // err: find_printf.go:52:2: fmt.Printf format %
	fmt.Printf("%") // err: find_printf.go:53:2: fmt.Printf format % is missing verb at end of string
	fmt.Printf("%p %p\n", &err, 1) // err: find_printf.go:54:2: fmt.Printf format %p has arg 1 of wrong type int
	fmt.Printf("%s\n", main) // err: find_printf.go:55:2: fmt.Printf format %s arg main is a func value, not called
	fmt.Printf("%v %s\n", nil, nil) // err: find_printf.go:56:2: fmt.Printf format %s has arg nil of wrong type untyped nil
	fmt.Printf("%e %g %f\n", 1, 1.0, 2i) // err: find_printf.go:57:2: fmt.Printf format %e has arg 1 of wrong type int
	fmt.Printf("%c %U %q\n", 'x', 'x', "s")
	fmt.Printf("%c\n", "x") // err: find_printf.go:59:2: fmt.Printf format %c has arg "x" of wrong type string
	fmt.Println("%d", 1) // err: find_printf.go:60:2: fmt.Println call has possible formatting directive %d
	fmt.Println("100%")
	fmt.Println("5 % of")
	fmt.Println("newline\n") // err: find_printf.go:63:2: fmt.Println arg list ends with redundant newline
	fmt.Println(main) // err: find_printf.go:64:2: fmt.Println arg main is a func value, not called
	fmt.Println(os.Stderr, "x") // err: find_printf.go:65:2: fmt.Println does not take io.Writer but has first arg os.Stderr
	fmt.Print("plain\n")
	_ = fmt.Errorf("%w", err)
	_ = fmt.Errorf("%w", "no error") // err: find_printf.go:68:6: fmt.Errorf format %w has arg "no error" of wrong type string
	fmt.Printf("%w\n", err) // err: find_printf.go:69:2: fmt.Printf does not support error-wrapping directive %w
	logf("%d\n", "a") // err: find_printf.go:70:2: main.logf format %d has arg "a" of wrong type string
	warnf("%d %d\n", 1)
	say("%d", 1) // err: find_printf.go:72:2: main.say call has possible formatting directive %d
	log.Printf("%d", "a") // err: find_printf.go:73:2: log.Printf format %d has arg "a" of wrong type string
	log.Fatalf("%s", 1) // err: find_printf.go:74:2: log.Fatalf format %s has arg 1 of wrong type int
	lost("%d", 1)
	args := []interface{}{1, 2}
	fmt.Printf("%d %d\n", args...)
}
