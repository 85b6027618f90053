package metrics

import "runtime"

// metric is a row of the table.
type metric struct {
	Description
	read func(*state, *Value)
}

func row(name string, cumulative bool, read func(*state, *Value), description string) metric {
	return metric{Description{name, description, KindUint64, cumulative}, read}
}

func histogramRow(name string, read func(*state, *Value), description string) metric {
	return metric{Description{name, description, KindFloat64Histogram, true}, read}
}

type mem = runtime.MemStats

const now, ever = false, true

// table has all metrics, ordered by name.
var table = []metric{
	row("/cgo/go-to-c-calls:calls", ever, func(s *state, v *Value) { v.scalar = uint64(runtime.NumCgoCall()) },
		"Calls from Go to C: none."),
	row("/gc/cycles/automatic:gc-cycles", ever, ofMem(func(m *mem) uint64 { return uint64(m.NumGC - m.NumForcedGC) }),
		"Collections that the runtime started by itself."),
	row("/gc/cycles/forced:gc-cycles", ever, ofMem(func(m *mem) uint64 { return uint64(m.NumForcedGC) }),
		"Collections that the program asked for."),
	row("/gc/cycles/total:gc-cycles", ever, ofMem(func(m *mem) uint64 { return uint64(m.NumGC) }),
		"All collections."),
	row("/gc/gogc:percent", now, ofGC(func(c *collector) int64 { return c.gogc }),
		"How much the heap grows between collections: GOGC, or what debug.SetGCPercent has set; 2^64-1 if it is off."),
	row("/gc/gomemlimit:bytes", now, ofGC(func(c *collector) int64 { return c.memoryLimit }),
		"How much memory the program may use: GOMEMLIMIT, or what debug.SetMemoryLimit has set; 2^63-1 if there is no limit."),
	histogramRow("/gc/heap/allocs-by-size:bytes", bySize(
		func(m *mem, i int) uint64 { return m.BySize[i].Mallocs }, func(m *mem, _ int) uint64 { return m.Mallocs }),
		"Objects allocated, by size."),
	row("/gc/heap/allocs:bytes", ever, ofMem(func(m *mem) uint64 { return m.TotalAlloc }),
		"Memory of all objects ever allocated."),
	row("/gc/heap/allocs:objects", ever, ofMem(func(m *mem) uint64 { return m.Mallocs }),
		"Number of objects ever allocated."),
	histogramRow("/gc/heap/frees-by-size:bytes", bySize(
		func(m *mem, i int) uint64 { return m.BySize[i].Frees }, func(m *mem, _ int) uint64 { return m.Frees }),
		"Objects freed by the collector, by size."),
	row("/gc/heap/frees:bytes", ever, ofMem(func(m *mem) uint64 { return m.TotalAlloc - m.Alloc }),
		"Memory of all objects freed by the collector."),
	row("/gc/heap/frees:objects", ever, ofMem(func(m *mem) uint64 { return m.Frees }),
		"Number of objects freed by the collector."),
	row("/gc/heap/goal:bytes", now, ofMem(func(m *mem) uint64 { return m.NextGC }),
		"How large the heap may be at the end of the next collection."),
	row("/gc/heap/live:bytes", now, ofGC(func(c *collector) int64 { return c.live }),
		"Memory of the objects that the last collection found in use."),
	row("/gc/heap/objects:objects", now, ofMem(func(m *mem) uint64 { return m.HeapObjects }),
		"Number of objects, those in use and those not freed yet."),
	histogramRow("/gc/pauses:seconds", readPauses,
		"How long the program stood still in each collection."),
	row("/memory/classes/heap/free:bytes", now, ofMem(func(m *mem) uint64 { return m.HeapIdle - m.HeapReleased }),
		"Heap without objects that is kept for later."),
	row("/memory/classes/heap/objects:bytes", now, ofMem(func(m *mem) uint64 { return m.HeapAlloc }),
		"Memory of objects, those in use and those not freed yet."),
	row("/memory/classes/heap/released:bytes", now, ofMem(func(m *mem) uint64 { return m.HeapReleased }),
		"Heap without objects that was given back to the system."),
	row("/memory/classes/heap/stacks:bytes", now, ofMem(func(m *mem) uint64 { return m.StackInuse }),
		"Stacks of goroutines."),
	row("/memory/classes/heap/unused:bytes", now, ofMem(func(m *mem) uint64 { return m.HeapInuse - m.HeapAlloc }),
		"Room for more objects beside the present ones."),
	row("/memory/classes/metadata/mcache/free:bytes", now, ofMem(func(m *mem) uint64 { return m.MCacheSys - m.MCacheInuse }),
		"Memory for caches of Ps that is not in use."),
	row("/memory/classes/metadata/mcache/inuse:bytes", now, ofMem(func(m *mem) uint64 { return m.MCacheInuse }),
		"Caches of Ps."),
	row("/memory/classes/metadata/mspan/free:bytes", now, ofMem(func(m *mem) uint64 { return m.MSpanSys - m.MSpanInuse }),
		"Memory for descriptions of spans that is not in use."),
	row("/memory/classes/metadata/mspan/inuse:bytes", now, ofMem(func(m *mem) uint64 { return m.MSpanInuse }),
		"Descriptions of spans."),
	row("/memory/classes/metadata/other:bytes", now, ofMem(func(m *mem) uint64 { return m.GCSys }),
		"Other data of the collector."),
	row("/memory/classes/os-stacks:bytes", now, ofMem(func(m *mem) uint64 { return m.StackSys - m.StackInuse }),
		"Stacks of threads that the runtime allocated."),
	row("/memory/classes/other:bytes", now, ofMem(func(m *mem) uint64 { return m.OtherSys }),
		"Other data of the runtime."),
	row("/memory/classes/profiling/buckets:bytes", now, ofMem(func(m *mem) uint64 { return m.BuckHashSys }),
		"Tables of profiles."),
	row("/memory/classes/total:bytes", now, ofMem(func(m *mem) uint64 { return m.Sys }),
		"All memory that the runtime has from the system."),
	row("/sched/gomaxprocs:threads", now, of(func() int { return runtime.GOMAXPROCS(0) }),
		"How many threads run Go code at a time: GOMAXPROCS."),
	row("/sched/goroutines:goroutines", now, of(runtime.NumGoroutine),
		"How many goroutines there are."),
}
