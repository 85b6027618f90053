package runtime

import "unsafe"

// A collection starts at a safepoint of Go code, never within a native: so GC asks for one, and waits in a loop.

func gcRequest() (cycles uint32)
func gcDone(cycles uint32) bool
func gcSweep()

// GC runs a collection and waits for it.
func GC() {
	cycles := gcRequest()
	for !gcDone(cycles) {
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
