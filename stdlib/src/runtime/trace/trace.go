// Package trace writes down what goroutines do, and what a program says of itself, in the format of Go 1.19, which
// "go tool trace" shows.
package trace

import (
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

var tracing struct {
	sync.Mutex // for Start and Stop
	enabled    atomic.Bool
	quit, done chan struct{}
}

// IsEnabled tells whether a trace is being written.
func IsEnabled() bool { return tracing.enabled.Load() }

// Start begins to write a trace. There is one at a time.
func Start(w io.Writer) error {
	tracing.Lock()
	defer tracing.Unlock()
	if !start() {
		return errors.New("runtime error: tracing is already enabled")
	}
	texts.reset()
	e := newEncoder(w, now())
	tracing.quit, tracing.done = make(chan struct{}), make(chan struct{})
	tracing.enabled.Store(true)
	go e.run(tracing.quit, tracing.done)
	return nil
}

// Stop ends the trace. It returns when all is written.
func Stop() {
	tracing.Lock()
	defer tracing.Unlock()
	if !tracing.enabled.Load() {
		return
	}
	tracing.enabled.Store(false)
	stop()
	close(tracing.quit)
	<-tracing.done
}

// run writes what there is from time to time, so that not all has to be kept.
func (e *encoder) run(quit, done chan struct{}) {
	defer close(done)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			e.drain()
		case <-quit:
			e.drain()
			e.finish()
			return
		}
	}
}

func (e *encoder) drain() {
	for {
		n := read(e.buf)
		for i := range e.buf[:n] {
			e.add(&e.buf[i])
		}
		if n < len(e.buf) {
			e.flush()
			return
		}
	}
}

// texts numbers strings, which events refer to.
var texts textTable

type textTable struct {
	mu      sync.Mutex
	numbers map[string]uint64
	list    []string // of number 1, 2, …
}

func (t *textTable) reset() {
	t.mu.Lock()
	t.numbers, t.list = map[string]uint64{}, nil
	t.mu.Unlock()
}

// number returns the number of a string, 0 for "".
func (t *textTable) number(s string) uint64 {
	if s == "" {
		return 0
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	n, ok := t.numbers[s]
	if !ok {
		if t.numbers == nil {
			t.numbers = map[string]uint64{}
		}
		t.list = append(t.list, s)
		n = uint64(len(t.list))
		t.numbers[s] = n
	}
	return n
}

// after returns the strings with numbers above n.
func (t *textTable) after(n int) []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.list[min(n, len(t.list)):]
}
