package time

import (
	"errors"
	"internal/bubble"
)

// Sleep pauses the goroutine for d at least.
func Sleep(d Duration)

// runtimeNano returns the monotonic clock that runtimeTimer.when refers to.
func runtimeNano() int64

// A runtimeTimer is what the runtime knows of a timer: struct Timer of runtime/poll/timer.h. Keep the two in step.
type runtimeTimer struct {
	when   int64
	period int64
	c      chan Time
	f      func()
	g      uintptr // a sleeping goroutine: not for timers of this package
	loc    *Location
	pp     uintptr // where it is queued
	index  int64
	tie    uint64
	fn     uintptr // not for timers of this package either
}

func startTimer(t *runtimeTimer)
func stopTimer(t *runtimeTimer) bool
func resetTimer(t *runtimeTimer, when, period int64) bool

// bindTimerChan makes c the channel of t, whose buffer nobody sees, in programs of Go 1.23 and later.
func bindTimerChan(c chan Time, t *runtimeTimer)

// when returns the instant that is d from now.
func when(d Duration) int64 {
	now := runtimeNano()
	if d <= 0 {
		return now
	}
	if t := now + int64(d); t > 0 {
		return t
	}
	return 1<<63 - 1
}

// A Timer fires once: it sends the time on C, or runs the function given to AfterFunc.
type Timer struct {
	C    <-chan Time
	r    runtimeTimer
	fake bubble.Timer // in place of r, if it was made in a bubble
}

// NewTimer returns a Timer that fires after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, r: runtimeTimer{when: when(d), c: c, loc: Local}}
	if t.fake = fakeTimer(t.r.when, 0, c, nil); t.fake != nil {
		return t
	}
	bindTimerChan(c, &t.r)
	startTimer(&t.r)
	return t
}

// AfterFunc returns a Timer that runs f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	if none := f; none == nil {
		f = func() { none() } // the call fails when it is time, in a goroutine of its own
	}
	t := &Timer{r: runtimeTimer{when: when(d), f: f}}
	if t.fake = fakeTimer(t.r.when, 0, nil, f); t.fake != nil {
		return t
	}
	startTimer(&t.r)
	return t
}

func (t *Timer) initialized() bool { return t.r.c != nil || t.r.f != nil }

// Stop keeps the timer from firing. It returns false if it has fired or been stopped already. Since Go 1.23 a time that it
// has sent and nobody received counts as not fired: no time is received after Stop.
func (t *Timer) Stop() bool {
	if !t.initialized() {
		panic("time: Stop called on uninitialized Timer")
	}
	if t.fake != nil {
		active := t.fake.Stop()
		return drain(t.C) || active
	}
	return stopTimer(&t.r)
}

// Reset makes the timer fire after d. It returns whether the timer had been active. Since Go 1.23 a time from before is not
// received afterwards.
func (t *Timer) Reset(d Duration) bool {
	if !t.initialized() {
		panic("time: Reset called on uninitialized Timer")
	}
	if t.fake != nil {
		stale := drain(t.C)
		return t.fake.Reset(when(d), 0) || stale
	}
	return resetTimer(&t.r, when(d), 0)
}

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker sends the time on C again and again. A slow receiver misses ticks.
type Ticker struct {
	C    <-chan Time
	r    runtimeTimer
	fake bubble.Timer // as of a Timer
}

// NewTicker returns a Ticker with period d, which must be positive.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic(errors.New("non-positive interval for NewTicker"))
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, r: runtimeTimer{when: when(d), period: int64(d), c: c, loc: Local}}
	if t.fake = fakeTimer(t.r.when, t.r.period, c, nil); t.fake != nil {
		return t
	}
	bindTimerChan(c, &t.r)
	startTimer(&t.r)
	return t
}

// Stop ends the ticks. C stays open.
func (t *Ticker) Stop() {
	if t.fake != nil {
		t.fake.Stop()
		drain(t.C)
	} else if t.r.c != nil {
		stopTimer(&t.r)
	}
}

// Reset sets the period to d; the next tick comes after d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r.c == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	if t.fake != nil {
		drain(t.C)
		t.fake.Reset(when(d), int64(d))
		return
	}
	resetTimer(&t.r, when(d), int64(d))
}

// Tick returns the channel of a new Ticker, nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
