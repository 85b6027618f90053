// hood: run   exit: 2   book: 3.5
// An unrecovered panic with an error prints its Error text, runs the deferred calls first, and exits with status 2.
package main

import (
	"errors"
	"fmt"
)

func main() {
	defer fmt.Println("deferred calls run") // out: deferred calls run
	panic(fmt.Errorf("wrapped: %w", errors.New("cause")))
	// err: panic:
	// err: wrapped: cause
	// err: goroutine 1 [running]:
	// err: main.main()
	// err: panic_error.go:12
}
