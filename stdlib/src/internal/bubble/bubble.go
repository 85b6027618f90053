// Package bubble is where package time finds the clock of the goroutine's bubble, if testing/synctest is part of the program.
package bubble

// Clock makes timers by the time of a bubble.
type Clock interface {
	// NewTimer returns a timer that calls fire at an instant, and then again after each period, if that is not 0. Time and go
	// statements of fire are those of the bubble; it does not wait.
	NewTimer(when, period int64, fire func()) Timer
}

// Timer is a timer of a bubble.
type Timer interface {
	// Stop keeps the timer from firing, and Reset makes it fire at another instant. Both return whether it was to fire.
	Stop() bool
	Reset(when, period int64) bool
}

// Current returns the clock of the goroutine's bubble, nil outside of bubbles. It is nil itself in programs without
// testing/synctest.
var Current func() Clock
