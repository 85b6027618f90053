// hood: vet   exit: 1   oracle: no
// What is no iterator function, and iteration variables that it does not have.
package main

type T struct{}

func (T) each(yield func(int) bool) {}

func f0(yield func() bool)              {}
func f1(yield func(int) bool)           {}
func f3(yield func(int, int, int) bool) {}
func noYield(x int)                     {}
func two(a, b func() bool)              {}
func result(yield func() bool) int      { return 0 }
func noBool(yield func(int))            {}
func notBool(yield func(int) int)       {}

func main() {
	for range f3 { // err: main.go:19:12: cannot range over f3 (value of type func(yield func(int, int, int) bool)): func must be func(yield func(...) bool): yield func has too many parameters
	}
	for range noYield { // err: main.go:21:12: cannot range over noYield (value of type func(x int)): func must be func(yield func(...) bool): argument is not func
	}
	for range two { // err: main.go:23:12: cannot range over two (value of type func(a func() bool, b func() bool)): func must be func(yield func(...) bool): wrong argument count
	}
	for range result { // err: main.go:25:12: cannot range over result (value of type func(yield func() bool) int): func must be func(yield func(...) bool): unexpected results
	}
	for range noBool { // err: main.go:27:12: cannot range over noBool (value of type func(yield func(int))): func must be func(yield func(...) bool): yield func does not return bool
	}
	for range notBool { // err: main.go:29:12: cannot range over notBool (value of type func(yield func(int) int)): func must be func(yield func(...) bool): yield func does not return bool
	}
	for x := range f0 { // err: main.go:31:6: range over f0 (value of type func(yield func() bool)) permits no iteration variables
		_ = x
	}
	for x, y := range f1 { // err: main.go:34:9: range over f1 (value of type func(yield func(int) bool)) permits only one iteration variable
		_, _ = x, y
	}
	var s string
	for s = range f1 { // err: main.go:38:6: cannot use s (value of type int) as string value in assignment
	}
	for range (T).each { // err: main.go:40:12: cannot range over (T).each (value of type func(_ T, yield func(int) bool)): func must be func(yield func(...) bool): wrong argument count
	}
	_ = s
}
