package sync

import "unsafe"

// ---- natives of runtime/sched/sema.cc ----

// runtime_Semacquire waits until *s > 0 and takes one.
func runtime_Semacquire(s *uint32)

// The same for Mutex, readers and writers; goroutine dumps tell them apart. lifo: wait at the front of the line.
func runtime_SemacquireMutex(s *uint32, lifo bool, skipframes int)
func runtime_SemacquireRWMutexR(s *uint32, lifo bool, skipframes int)
func runtime_SemacquireRWMutex(s *uint32, lifo bool, skipframes int)

// runtime_Semrelease adds one to *s and wakes a waiter; handoff: it runs at once, in our place.
func runtime_Semrelease(s *uint32, handoff bool, skipframes int)

// notifyList is the waiters of a Cond; C++ knows it as NotifyList.
type notifyList struct {
	wait   uint32
	notify uint32
	lock   uintptr
	head   uintptr
	tail   uintptr
}

func runtime_notifyListAdd(l *notifyList) uint32
func runtime_notifyListWait(l *notifyList, t uint32)
func runtime_notifyListNotifyAll(l *notifyList)
func runtime_notifyListNotifyOne(l *notifyList)

// runtime_canSpin says whether spinning for a mutex makes sense: another thread could release it meanwhile.
func runtime_canSpin(i int) bool
func runtime_doSpin()
func runtime_nanotime() int64

// runtime_procPin keeps the goroutine on its P and returns the P's id; until runtime_procUnpin it is not preempted.
func runtime_procPin() int
func runtime_procUnpin()

// runtime_registerPool tells the collector of the n shards of a pool, so that what is in them grows older.
func runtime_registerPool(shards *poolShard, n int)

func fatal(string)
func throw(string)

// noCopy is for vet: a value that holds one must not be copied after first use.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// copyChecker remembers where it lives, and panics when it finds itself elsewhere.
type copyChecker uintptr

func (c *copyChecker) check() {
	self := uintptr(unsafe.Pointer(c))
	if uintptr(*c) == 0 {
		*c = copyChecker(self)
	}
	if uintptr(*c) != self {
		panic("sync.Cond is copied")
	}
}
