// hood: run   exit: 7   book: 5.1
// os.Exit ends the program at once with its status: no deferred calls, no other goroutine.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("not printed")
	go func() {
		for {
		}
	}()
	fmt.Fprintln(os.Stderr, "to standard error") // err: to standard error
	fmt.Println("bye")                           // out: bye
	os.Exit(7)
}
