// Package synctest tests concurrent code in bubbles: goroutines with a clock of their own, which begins at midnight UTC
// 2000-01-01 and goes on only when all of them wait for each other. What takes an hour in the program takes no time in the test.
//
// A goroutine is durably blocked if only another of its bubble, or the bubble's clock, can wake it: in time.Sleep,
// sync.Cond.Wait, sync.WaitGroup.Wait, and at channels that were made in the bubble. A mutex, a file, the network or a
// channel from outside may be somebody else's: who waits for them keeps the clock from going on.
package synctest

import (
	"internal/bubble"
	"runtime"
	"sync"
	"testing"
)

// handle is the runtime's record of a bubble (runtime/sched/bubble.h), 0 for none.
type handle uintptr

func newBubble() handle

// current returns the bubble of the goroutine.
func current() handle

// enter makes time and go statements of the goroutine those of b, until it is called with 0.
func enter(b handle)

// goroutines returns how many there are in b.
func goroutines(b handle) int

// wait waits until all other goroutines of the bubble are durably blocked.
func wait()

// waiting tells whether a goroutine does so.
func waiting(b handle) bool

// waitIdle waits until all goroutines of b are durably blocked, but not in wait.
func waitIdle(b handle)

// addTimer adds timer id to what will happen in b.
func addTimer(b handle, when int64, id int)

// next returns what happens next in b: the firing of a timer, or, if id is 0, the end of a goroutine's sleep.
func next(b handle) (id int, ok bool)

// take lets it happen, and the clock go on to it, if it counts. A timer is left to the caller.
func take(b handle, counts bool)

func init() {
	bubble.Current = func() bubble.Clock {
		if b := current(); b != 0 {
			return clockOf(b)
		}
		return nil
	}
}

// clocks has the clocks of bubbles with goroutines.
var clocks struct {
	sync.Mutex
	of map[handle]*clock
}

func clockOf(b handle) *clock {
	clocks.Lock()
	defer clocks.Unlock()
	return clocks.of[b]
}

// clock has the timers of a bubble.
type clock struct {
	b      handle
	mu     sync.Mutex
	timers map[int]*timer // by the ids of firings to come
	lastID int
}

type timer struct {
	c      *clock
	id     int // of the firing to come, 0 if there is none; guarded by c.mu
	when   int64
	period int64
	fire   func()
}

func (c *clock) NewTimer(when, period int64, fire func()) bubble.Timer {
	t := &timer{c: c, fire: fire}
	c.mu.Lock()
	defer c.mu.Unlock()
	t.startLocked(when, period)
	return t
}

func (t *timer) startLocked(when, period int64) {
	c := t.c
	c.lastID++
	t.id, t.when, t.period = c.lastID, when, period
	c.timers[t.id] = t
	addTimer(c.b, when, t.id)
}

// stopLocked forgets the firing to come. That it was to happen is seen, and does not count, when its time comes.
func (t *timer) stopLocked() bool {
	active := t.id != 0
	delete(t.c.timers, t.id)
	t.id = 0
	return active
}

func (t *timer) Stop() bool {
	t.c.mu.Lock()
	defer t.c.mu.Unlock()
	return t.stopLocked()
}

func (t *timer) Reset(when, period int64) bool {
	t.c.mu.Lock()
	defer t.c.mu.Unlock()
	active := t.stopLocked()
	t.startLocked(when, period)
	return active
}

// due returns the timer of a firing that is next, nil if it was stopped.
func (c *clock) due(id int) *timer {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.timers[id]
	if t != nil {
		t.stopLocked()
		if t.period > 0 {
			t.startLocked(t.when+t.period, t.period)
		}
	}
	return t
}

// advance lets the next thing happen. It returns false if nothing will.
func (c *clock) advance() bool {
	for {
		id, ok := next(c.b)
		if !ok {
			return false
		}
		if id == 0 {
			take(c.b, true)
			return true
		}
		t := c.due(id)
		take(c.b, t != nil)
		if t != nil {
			enter(c.b)
			t.fire()
			enter(0)
			return true
		}
	}
}

// Run calls f in a goroutine of a new bubble, and waits until all goroutines of the bubble have ended. It panics if they wait
// for ever.
func Run(f func()) {
	if current() != 0 {
		panic("synctest.Run called from within a synctest bubble")
	}
	c := &clock{b: newBubble(), timers: map[int]*timer{}}
	clocks.Lock()
	if clocks.of == nil {
		clocks.of = map[handle]*clock{}
	}
	clocks.of[c.b] = c
	clocks.Unlock()
	defer func() {
		clocks.Lock()
		delete(clocks.of, c.b)
		clocks.Unlock()
	}()

	mainEnded := false
	enter(c.b)
	go func() {
		defer func() { mainEnded = true }()
		f()
	}()
	enter(0)
	for {
		waitIdle(c.b)
		if goroutines(c.b) == 0 {
			return
		}
		if !c.advance() {
			if mainEnded {
				panic("deadlock: main bubble goroutine has exited but blocked goroutines remain")
			}
			panic("deadlock: all goroutines in bubble are blocked")
		}
	}
}

// Test is Run of f(t). If f ends the test by t.FailNow, t.SkipNow or the like, so does Test.
func Test(t *testing.T, f func(*testing.T)) {
	returned := false
	Run(func() {
		f(t)
		returned = true
	})
	if !returned {
		runtime.Goexit()
	}
}

// Wait waits until all other goroutines of the bubble are durably blocked.
func Wait() {
	b := current()
	if b == 0 {
		panic("goroutine is not in a bubble")
	}
	if waiting(b) {
		panic("wait already in progress")
	}
	wait()
}
