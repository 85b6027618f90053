package timeout

import (
	"os"
	"testing"
)

func TestForever(t *testing.T) {
	if os.Getenv("EXIT") != "" {
		os.Exit(0)
	}
	select {}
}

func helper(done chan bool) { <-done }

func TestWithOthers(t *testing.T) {
	go helper(make(chan bool))
	select {}
}
