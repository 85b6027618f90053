package sync

import "sync/atomic"

// A RWMutex is held by any number of readers or by one writer. A waiting writer keeps new readers out.
type RWMutex struct {
	w           Mutex  // held by a writer, also while it waits for readers
	writerSem   uint32 // where a writer waits for the readers that were there before it
	readerSem   uint32 // where readers wait for the writer
	readerCount int32  // readers, minus rwmutexMaxReaders while a writer holds or waits
	readerWait  int32  // readers that the waiting writer still waits for
}

const rwmutexMaxReaders = 1 << 30

// RLock waits until there is no writer and becomes a reader. It must not be used recursively.
func (rw *RWMutex) RLock() {
	if atomic.AddInt32(&rw.readerCount, 1) < 0 {
		runtime_SemacquireRWMutexR(&rw.readerSem, false, 0)
	}
}

// TryRLock becomes a reader if there is no writer, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := atomic.LoadInt32(&rw.readerCount)
		if n < 0 {
			return false
		}
		if atomic.CompareAndSwapInt32(&rw.readerCount, n, n+1) {
			return true
		}
	}
}

// RUnlock undoes one RLock. It is a fatal error if there are no readers.
func (rw *RWMutex) RUnlock() {
	if n := atomic.AddInt32(&rw.readerCount, -1); n < 0 {
		rw.rUnlockSlow(n)
	}
}

func (rw *RWMutex) rUnlockSlow(n int32) {
	if n+1 == 0 || n+1 == -rwmutexMaxReaders {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	if atomic.AddInt32(&rw.readerWait, -1) == 0 {
		runtime_Semrelease(&rw.writerSem, false, 1)
	}
}

// Lock waits until there are neither readers nor a writer, and becomes the writer.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	readers := atomic.AddInt32(&rw.readerCount, -rwmutexMaxReaders) + rwmutexMaxReaders
	if readers != 0 && atomic.AddInt32(&rw.readerWait, readers) != 0 {
		runtime_SemacquireRWMutex(&rw.writerSem, false, 0)
	}
}

// TryLock becomes the writer if nobody holds the lock, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !atomic.CompareAndSwapInt32(&rw.readerCount, 0, -rwmutexMaxReaders) {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock undoes Lock. It is a fatal error if there is no writer.
func (rw *RWMutex) Unlock() {
	readers := atomic.AddInt32(&rw.readerCount, rwmutexMaxReaders)
	if readers >= rwmutexMaxReaders {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	for ; readers > 0; readers-- {
		runtime_Semrelease(&rw.readerSem, false, 0)
	}
	rw.w.Unlock()
}

// RLocker returns a Locker whose methods are rw's RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
