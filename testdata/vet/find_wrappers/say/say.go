// Package say prints: its functions hand their arguments on to fmt, across packages.
package say

import (
	"fmt"
	"os"
)

type Speaker struct{}

func Sayf(format string, args ...any) { fmt.Printf(format, args...) }

func (s *Speaker) Say(args ...any) { fmt.Println(args...) }

func (s *Speaker) Sayf(format string, args ...any) { fmt.Fprintf(os.Stdout, format, args...) }

func (s *Speaker) Tell(format string, args ...any) { s.Sayf(format, args...) }

// Die does not come back.
func Die(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format, args...)
	os.Exit(3)
}
