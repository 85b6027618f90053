// hood: run   exit: 2   book: 3.5
// A panic value whose Error method panics ends the program with a fatal error about that.
package main

type bad struct{}

func (bad) Error() string { panic("no text") }

func main() {
	panic(bad{})
	// err: fatal error: panic while printing panic value: no text
}
