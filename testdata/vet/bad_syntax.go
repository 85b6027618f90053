// hood: vet   exit: 1
// A syntax error is reported where the parser met it, and ends the run before types are looked at.
package main

func main() {
	x := 5 +
	y := undefinedHere
	// err: bad_syntax.go:7:4: syntax error: unexpected :=
}
