// Package sync provides locks and other ways to wait for goroutines.
package sync

import "sync/atomic"

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock; its zero value is unlocked.
//
// It is fair to those who have waited long. Normally a goroutine that is running and asks for the lock competes with the
// waiter that was woken, and mostly wins, which saves switches. A waiter that fails for more than a millisecond makes the
// mutex starving: then Unlock hands the lock to the first waiter, and newcomers stand in line. The last waiter, or one that
// waited less than a millisecond, makes it normal again.
type Mutex struct {
	state int32
	sema  uint32
}

const (
	mutexLocked = 1 << iota
	mutexWoken
	mutexStarving
	mutexWaiterShift = iota // the bits above count the waiters

	starvationThresholdNs = 1e6
)

// Lock waits until the mutex is free and takes it.
func (m *Mutex) Lock() {
	if !lockFast(&m.state) {
		m.lockSlow()
	}
}

// lockFast takes a mutex that is free and not starving, and reports whether it did. It is what lockSlow would try first: a
// mutex with waiters is as quickly taken as one without. The compiler has an instruction for it, and for unlockFast.
func lockFast(state *int32) bool {
	old := *state
	return old&(mutexLocked|mutexStarving) == 0 && atomic.CompareAndSwapInt32(state, old, old|mutexLocked)
}

// TryLock takes the mutex if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool {
	return lockFast(&m.state)
}

func (m *Mutex) lockSlow() {
	var since int64 // when we began to wait
	starving, awoke := false, false
	spins := 0
	old := m.state
	for {
		if old&(mutexLocked|mutexStarving) == mutexLocked && runtime_canSpin(spins) {
			// Say that somebody is awake, so that Unlock wakes nobody else.
			if !awoke && old&mutexWoken == 0 && old>>mutexWaiterShift != 0 &&
				atomic.CompareAndSwapInt32(&m.state, old, old|mutexWoken) {
				awoke = true
			}
			runtime_doSpin()
			spins++
			old = m.state
			continue
		}
		want := old
		if old&mutexStarving == 0 {
			want |= mutexLocked // of a starving mutex the lock is not ours to take
		}
		if old&(mutexLocked|mutexStarving) != 0 {
			want += 1 << mutexWaiterShift
		}
		if starving && old&mutexLocked != 0 {
			want |= mutexStarving
		}
		if awoke {
			if want&mutexWoken == 0 {
				throw("sync: inconsistent mutex state")
			}
			want &^= mutexWoken
		}
		if !atomic.CompareAndSwapInt32(&m.state, old, want) {
			old = m.state
			continue
		}
		if old&(mutexLocked|mutexStarving) == 0 {
			return
		}
		lifo := since != 0 // we have waited before: to the front
		if since == 0 {
			since = runtime_nanotime()
		}
		runtime_SemacquireMutex(&m.sema, lifo, 1)
		starving = starving || runtime_nanotime()-since > starvationThresholdNs
		old = m.state
		if old&mutexStarving != 0 {
			// The lock was handed to us; state says neither that it is locked nor that we no longer wait.
			if old&(mutexLocked|mutexWoken) != 0 || old>>mutexWaiterShift == 0 {
				throw("sync: inconsistent mutex state")
			}
			delta := int32(mutexLocked - 1<<mutexWaiterShift)
			if !starving || old>>mutexWaiterShift == 1 {
				delta -= mutexStarving
			}
			atomic.AddInt32(&m.state, delta)
			return
		}
		awoke = true
		spins = 0
	}
}

// Unlock frees the mutex, which any goroutine may do. It is a fatal error if it is not locked.
func (m *Mutex) Unlock() {
	if now := unlockFast(&m.state); now != 0 {
		m.unlockSlow(now)
	}
}

// unlockFast subtracts mutexLocked from *state. The result is the new state, or 0 if it shows that unlockSlow has nothing to
// do: nobody waits, or somebody is awake already and will see to it.
func unlockFast(state *int32) int32 {
	now := atomic.AddInt32(state, -mutexLocked)
	if now <= 0 || (now+mutexLocked)&mutexLocked == 0 || now&mutexStarving != 0 {
		return now
	}
	if now>>mutexWaiterShift == 0 || now&(mutexLocked|mutexWoken) != 0 {
		return 0
	}
	return now
}

func (m *Mutex) unlockSlow(now int32) {
	if (now+mutexLocked)&mutexLocked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if now&mutexStarving != 0 {
		runtime_Semrelease(&m.sema, true, 1)
		return
	}
	for {
		// Nobody waits, or somebody is awake already and will see to it.
		if now>>mutexWaiterShift == 0 || now&(mutexLocked|mutexWoken|mutexStarving) != 0 {
			return
		}
		if atomic.CompareAndSwapInt32(&m.state, now, (now-1<<mutexWaiterShift)|mutexWoken) {
			runtime_Semrelease(&m.sema, false, 1)
			return
		}
		now = m.state
	}
}
