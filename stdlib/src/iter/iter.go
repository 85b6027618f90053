// Package iter has the types of iterator functions, and turns an iterator inside out.
package iter

import "runtime"

// Seq is an iterator over single values: it calls yield for each until yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is an iterator over pairs of values.
type Seq2[K, V any] func(yield func(K, V) bool)

// A coro is a goroutine that runs only while another waits for it. Both sides use the one channel in turns: who sends
// hands over, and then receives to wait for its turn.
type coro struct {
	turn     chan struct{}
	started  bool
	done     bool // seq has returned, or will not be called
	finished bool // by returning, that is, not by a panic or Goexit
	panicked any
}

// run is the goroutine: it waits for its first turn before it calls f, and gives the turn back for good at the end.
func (c *coro) run(f func()) {
	<-c.turn
	defer func() {
		c.panicked = recover()
		c.done = true
		c.turn <- struct{}{}
	}()
	f()
	c.finished = true
}

// yield is called by the goroutine: the other side goes on.
func (c *coro) yield() {
	c.turn <- struct{}{}
	<-c.turn
}

// resume lets the goroutine run until it yields or ends. A panic or Goexit there is one here.
func (c *coro) resume(f func()) {
	if !c.started {
		c.started = true
		c.turn = make(chan struct{})
		go c.run(f)
	}
	c.turn <- struct{}{}
	<-c.turn
	if !c.done || c.finished {
		return
	}
	if p := c.panicked; p != nil {
		panic(p)
	}
	runtime.Goexit()
}

// Pull returns functions that ask seq for its values one by one. next returns the next value, or false when there is none
// left. stop ends the iteration: seq's yield returns false. Call stop unless next has returned false; more calls do no
// harm. Neither may be called by two goroutines at a time.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var (
		c       coro
		v       V
		ok      bool // v is a value that next has not returned
		stopped bool
	)
	body := func() {
		seq(func(got V) bool {
			if stopped {
				return false
			}
			if ok {
				panic("iter.Pull: yield called again before next")
			}
			v, ok = got, true
			c.yield()
			return !stopped
		})
	}
	next = func() (V, bool) {
		var zero V
		if c.done || stopped {
			return zero, false
		}
		c.resume(body)
		got, had := v, ok
		v, ok = zero, false
		return got, had
	}
	stop = func() {
		if c.done || stopped {
			return
		}
		stopped = true
		if c.started {
			c.resume(body)
		}
	}
	return next, stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		k K
		v V
	}
	one, stop := Pull(func(yield func(pair) bool) {
		seq(func(k K, v V) bool { return yield(pair{k, v}) })
	})
	next = func() (K, V, bool) {
		p, ok := one()
		return p.k, p.v, ok
	}
	return next, stop
}
