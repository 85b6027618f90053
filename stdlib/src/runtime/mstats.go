package runtime

// MemStats is the allocator's and the collector's bookkeeping. Sizes are in bytes, times in nanoseconds.
// C++ fills it (stdlib/native/runtime_mem.cc): keep the two in step.
type MemStats struct {
	// ---- general ----
	Alloc      uint64 // objects in use, and dead ones that are not swept yet
	TotalAlloc uint64 // all ever allocated
	Sys        uint64 // obtained from the OS: the sum of the …Sys fields
	Lookups    uint64
	Mallocs    uint64 // objects ever allocated
	Frees      uint64 // objects ever freed
	// ---- heap ----
	HeapAlloc    uint64 // as Alloc
	HeapSys      uint64
	HeapIdle     uint64 // in spans without objects
	HeapInuse    uint64 // in spans with objects
	HeapReleased uint64 // given back to the OS
	HeapObjects  uint64
	// ---- stacks and the runtime's own ----
	StackInuse  uint64
	StackSys    uint64
	MSpanInuse  uint64
	MSpanSys    uint64
	MCacheInuse uint64
	MCacheSys   uint64
	BuckHashSys uint64
	GCSys       uint64
	OtherSys    uint64
	// ---- collector ----
	NextGC        uint64 // the heap size at which the next cycle starts
	LastGC        uint64 // when the last one ended, since 1970
	PauseTotalNs  uint64
	PauseNs       [256]uint64 // the last pauses: that of cycle n is at (n+255)%256
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32 // by calls of GC
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	// BySize is per size class.
	BySize [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats)
