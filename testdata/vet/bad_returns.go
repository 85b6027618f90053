// hood: vet   exit: 1
// A function with results must end in a return that has them.
package main

func noReturn(n int) int {
	if n > 0 {
		return 1
	}
} // err: bad_returns.go:9:1: missing return

func count() (int, string) {
	return 1 // err: bad_returns.go:12:9: not enough return values
}

func nothing() {
	return 1 // err: bad_returns.go:16:9: too many return values
}

func named() (n int, err error) {
	{
		err := error(nil)
		_ = err
	}
	for {
	}
}

func main() {}
