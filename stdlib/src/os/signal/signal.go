// Package signal gives programs the signals that the process gets. Mirrors: src/os/signal (Go 1.19).
//
// SIGKILL and SIGSTOP cannot be caught, nor are those that mean a fault of the program itself.
package signal

import (
	"context"
	"os"
	"sync"
	"syscall"
)

// Natives. install has sig written to a pipe, as a byte.
func install(sig, fd int)
func uninstall(sig int)
func ignore(sig int)
func ignored(sig int) bool

const signals = 65

// set is a set of signals.
type set [signals]bool

var handlers struct {
	sync.Mutex
	wants   map[chan<- os.Signal]*set
	users   [signals]int // how many channels want it
	started bool
	writer  *os.File // the pipe that handlers write to
	fd      int
}

// number returns the number of a signal, -1 if it has none.
func number(sig os.Signal) int {
	if s, ok := sig.(syscall.Signal); ok && 0 < s && s < signals {
		return int(s)
	}
	return -1
}

// catchable reports whether Notify without signals is about sig.
func catchable(sig int) bool {
	switch syscall.Signal(sig) {
	case syscall.SIGKILL, syscall.SIGSTOP, syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGILL,
		syscall.SIGTRAP, 32, 33, 34: // the last three are the C library's
		return false
	}
	return sig > 0
}

// Notify has c get signals: these, or all. It waits for nobody: a channel without room misses them. What c gets is added
// to by further calls; Stop ends it.
func Notify(c chan<- os.Signal, sigs ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	h := &handlers
	h.Lock()
	defer h.Unlock()
	if h.wants == nil {
		h.wants = map[chan<- os.Signal]*set{}
	}
	s := h.wants[c]
	if s == nil {
		s = new(set)
		h.wants[c] = s
	}
	each(sigs, func(n int) {
		if s[n] {
			return
		}
		s[n] = true
		start()
		install(n, h.fd)
		h.users[n]++
	})
}

// each calls f with the numbers of sigs, of all signals if there are none.
func each(sigs []os.Signal, f func(n int)) {
	if len(sigs) == 0 {
		for n := 0; n < signals; n++ {
			if catchable(n) {
				f(n)
			}
		}
		return
	}
	for _, sig := range sigs {
		if n := number(sig); n > 0 {
			f(n)
		}
	}
}

// start makes the pipe and the goroutine that reads from it. REQUIRES: handlers is locked.
func start() {
	h := &handlers
	if h.started {
		return
	}
	h.started = true
	r, w, err := os.Pipe()
	if err != nil {
		panic("os/signal: " + err.Error())
	}
	h.writer, h.fd = w, int(w.Fd())
	syscall.SetNonblock(h.fd, true) // a handler must not wait
	go deliver(r)
}

func deliver(r *os.File) {
	var buf [64]byte
	for {
		n, err := r.Read(buf[:])
		if err != nil {
			return
		}
		for _, sig := range buf[:n] {
			process(int(sig))
		}
	}
}

func process(sig int) {
	h := &handlers
	h.Lock()
	defer h.Unlock()
	for c, s := range h.wants {
		if s[sig] {
			select {
			case c <- syscall.Signal(sig):
			default:
			}
		}
	}
}

// drop ends what is done for channels. REQUIRES: handlers is locked.
func (s *set) drop(n int) {
	h := &handlers
	if !s[n] {
		return
	}
	s[n] = false
	if h.users[n]--; h.users[n] == 0 {
		uninstall(n)
	}
}

// Stop has c get no more signals.
func Stop(c chan<- os.Signal) {
	h := &handlers
	h.Lock()
	defer h.Unlock()
	s := h.wants[c]
	if s == nil {
		return
	}
	delete(h.wants, c)
	for n := range s {
		s.drop(n)
	}
}

// Reset undoes Notify for these signals, or all of them.
func Reset(sigs ...os.Signal) { cancel(sigs, uninstall) }

// Ignore has the process ignore these signals, or all of them. Notify is undone for them.
func Ignore(sigs ...os.Signal) { cancel(sigs, ignore) }

func cancel(sigs []os.Signal, action func(int)) {
	h := &handlers
	h.Lock()
	defer h.Unlock()
	each(sigs, func(n int) {
		for c, s := range h.wants {
			s.drop(n)
			if *s == (set{}) {
				delete(h.wants, c)
			}
		}
		action(n)
	})
}

// Ignored reports whether the process ignores sig.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n > 0 && ignored(n)
}

// NotifyContext returns a copy of parent that is done when one of the signals comes, when stop is called, or when parent
// is. stop also ends what Notify would do.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancel(parent)
	c := &signalCtx{Context: inner, cancel: cancel, signals: signals, ch: make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case <-c.ch:
				c.cancel()
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalCtx struct {
	context.Context
	cancel  context.CancelFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalCtx) stop() {
	c.cancel()
	Stop(c.ch)
}

func (c *signalCtx) String() string {
	s := "signal.NotifyContext("
	if parent, ok := c.Context.(interface{ String() string }); ok {
		name := parent.String()
		s += name[:len(name)-len(".WithCancel")]
	}
	if len(c.signals) != 0 {
		s += ", ["
		for i, sig := range c.signals {
			s += sig.String()
			if i != len(c.signals)-1 {
				s += " "
			}
		}
		s += "]"
	}
	return s + ")"
}
