// hood: run   needs: goroot   exit: 2   oracle: no: with Go it works
// A standard package that stands on Go's own runtime: what is missing is named, with its place.
package main

import (
	"os"
	"os/signal"
)

func main() {
	signal.Notify(make(chan os.Signal, 1), os.Interrupt)
	println("not reached")
}

// err: fatal error:
// err: os/signal/signal_unix.go:
// err: : func os/signal.signal_enable has no body
