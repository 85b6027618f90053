package runtime

import "unsafe"

// A collection starts at a safepoint of Go code, never within a native: so GC asks for one, and waits in a loop.

// gcRequest asks for a cycle and returns its number; gcDone reports whether it is over, and waits a while if it is not.
func gcRequest() (cycle uint32)
func gcDone(cycle uint32) bool
func gcSweep()

// GC runs a collection and waits for it.
func GC() {
	cycle := gcRequest()
	for !gcDone(cycle) {
	}
	gcSweep()
	Gosched() // finalizers that were queued may run
}

// KeepAlive keeps x alive up to here.
func KeepAlive(x any)

// setFinalizer reports whether it added the first one of all.
func setFinalizer(obj any, finalizer any) (first bool)

// SetFinalizer has finalizer(obj) called when nothing refers to *obj any more; nil takes a finalizer away.
func SetFinalizer(obj any, finalizer any) {
	if setFinalizer(obj, finalizer) {
		go runfinq()
	}
}

// A Cleanup is what AddCleanup arranged.
type Cleanup struct {
	id  uint64
	ptr uintptr
}

// addCleanup reports whether it added the first one of all; id 0: *ptr lives as long as the program.
func addCleanup(ptr unsafe.Pointer, fn func()) (id uint64, first bool)

func stopCleanup(ptr uintptr, id uint64)

// AddCleanup has cleanup(arg) called some time after nothing refers to *ptr any more. Unlike a finalizer it does not see the
// object, does not keep what that points to, and there may be several.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	if p, ok := any(arg).(*T); ok && p == ptr {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	if p, ok := any(arg).(unsafe.Pointer); ok && p == unsafe.Pointer(ptr) {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	id, first := addCleanup(unsafe.Pointer(ptr), func() { cleanup(arg) })
	if first {
		go runfinq()
	}
	return Cleanup{id, uintptr(unsafe.Pointer(ptr))}
}

// Stop takes the cleanup away, unless the object has become unreachable already.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(c.ptr, c.id)
	}
}

// becomeSystem takes the goroutine out of NumGoroutine and of goroutine dumps.
func becomeSystem()

// nextFinalizer waits for an object to finalize: the function to call, the memory that its arguments are read from and
// its results written to, how many slots of each, and the object.
func nextFinalizer() (fn, memory unsafe.Pointer, results, params int, obj unsafe.Pointer)

func callFinalizer(fn, memory unsafe.Pointer, results, params int)

// runfinq is the finalizer goroutine.
func runfinq() {
	becomeSystem()
	for {
		fn, memory, results, params, obj := nextFinalizer()
		callFinalizer(fn, memory, results, params)
		keepObject(obj)
	}
}

// keepObject keeps obj alive up to here: memory has no pointers for the collector.
func keepObject(obj unsafe.Pointer)
