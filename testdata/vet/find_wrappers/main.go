// hood: vet   exit: 2
// What one package's functions do with their arguments is known in the packages that import it.
package main

import (
	"context"

	"example.com/wrappers/say"
)

func stop(why string) { say.Die("stop: %s\n", why) }

func work(fail bool) error {
	ctx, cancel := context.WithCancel(context.Background())
	if fail {
		say.Die("failed") // never returns: the context is not lost here
	}
	if ctx.Err() != nil {
		stop("cancelled")
	}
	cancel()
	return nil
}

func main() {
	s := &say.Speaker{}
	say.Sayf("%d", "x")
	s.Sayf("%s %s", "a")
	s.Say("%d", 1)
	s.Tell("%z", 1)
	say.Die("%d", work)
	work(s != nil)
}
