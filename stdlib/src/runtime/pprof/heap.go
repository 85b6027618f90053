package pprof

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"sort"
)

// WriteHeapProfile writes what is in use, as of the last collection, for go tool pprof.
func WriteHeapProfile(w io.Writer) error { return writeHeap(w, 0) }

func countHeap() int {
	n, _ := runtime.MemProfile(nil, true)
	return n
}

func writeHeap(w io.Writer, debug int) error   { return writeMemory(w, debug, "") }
func writeAllocs(w io.Writer, debug int) error { return writeMemory(w, debug, "alloc_space") }

func memoryRecords() []runtime.MemProfileRecord {
	n, ok := runtime.MemProfile(nil, true)
	for {
		records := make([]runtime.MemProfileRecord, n+50) // some for what is allocated meanwhile
		n, ok = runtime.MemProfile(records, true)
		if ok {
			records = records[:n]
			sort.Slice(records, func(i, j int) bool { return records[i].InUseBytes() > records[j].InUseBytes() })
			return records
		}
	}
}

func writeMemory(w io.Writer, debug int, defaultType string) error {
	records := memoryRecords()
	if debug == 0 {
		return writeProto(w, memoryProto(records, defaultType))
	}
	return writeText(w, func(b io.Writer) {
		var total runtime.MemProfileRecord
		for i := range records {
			r := &records[i]
			total.AllocBytes += r.AllocBytes
			total.AllocObjects += r.AllocObjects
			total.FreeBytes += r.FreeBytes
			total.FreeObjects += r.FreeObjects
		}
		fmt.Fprintf(b, "heap profile: %d: %d [%d: %d] @ heap/%d\n", total.InUseObjects(), total.InUseBytes(), total.AllocObjects,
			total.AllocBytes, 2*runtime.MemProfileRate)
		for i := range records {
			r := &records[i]
			fmt.Fprintf(b, "%d: %d [%d: %d] @", r.InUseObjects(), r.InUseBytes(), r.AllocObjects, r.AllocBytes)
			writeStack(b, r.Stack())
		}
		writeMemStats(b)
	})
}

func writeMemStats(b io.Writer) {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	fmt.Fprintf(b, "\n# runtime.MemStats\n")
	fmt.Fprintf(b, "# Alloc = %d\n# TotalAlloc = %d\n# Sys = %d\n# Lookups = %d\n# Mallocs = %d\n# Frees = %d\n", s.Alloc, s.TotalAlloc,
		s.Sys, s.Lookups, s.Mallocs, s.Frees)
	fmt.Fprintf(b, "# HeapAlloc = %d\n# HeapSys = %d\n# HeapIdle = %d\n# HeapInuse = %d\n# HeapReleased = %d\n# HeapObjects = %d\n",
		s.HeapAlloc, s.HeapSys, s.HeapIdle, s.HeapInuse, s.HeapReleased, s.HeapObjects)
	fmt.Fprintf(b, "# Stack = %d / %d\n# MSpan = %d / %d\n# MCache = %d / %d\n# BuckHashSys = %d\n# GCSys = %d\n# OtherSys = %d\n",
		s.StackInuse, s.StackSys, s.MSpanInuse, s.MSpanSys, s.MCacheInuse, s.MCacheSys, s.BuckHashSys, s.GCSys, s.OtherSys)
	fmt.Fprintf(b, "# NextGC = %d\n# LastGC = %d\n# PauseNs = %d\n# PauseEnd = %d\n# NumGC = %d\n# NumForcedGC = %d\n", s.NextGC,
		s.LastGC, s.PauseNs, s.PauseEnd, s.NumGC, s.NumForcedGC)
	fmt.Fprintf(b, "# GCCPUFraction = %v\n# DebugGC = %v\n", s.GCCPUFraction, s.DebugGC)
}

func memoryProto(records []runtime.MemProfileRecord, defaultType string) protoProfile {
	rate := int64(runtime.MemProfileRate)
	p := protoProfile{
		sampleTypes: [][2]string{{"alloc_objects", "count"}, {"alloc_space", "bytes"}, {"inuse_objects", "count"}, {"inuse_space", "bytes"}},
		periodType:  [2]string{"space", "bytes"},
		period:      rate,
		defaultType: defaultType,
	}
	for i := range records {
		r := &records[i]
		allocObjects, allocBytes := unsample(r.AllocObjects, r.AllocBytes, rate)
		inUseObjects, inUseBytes := unsample(r.InUseObjects(), r.InUseBytes(), rate)
		s := sample{r.Stack(), []int64{allocObjects, allocBytes, inUseObjects, inUseBytes}}
		if r.AllocObjects > 0 {
			p.samples = append(p.samples, s)
			p.blockSizes = append(p.blockSizes, r.AllocBytes/r.AllocObjects)
		}
	}
	return p
}

// unsample estimates what there was from what was sampled: an object of size s is seen with probability 1 - exp(-s/rate).
func unsample(count, size, rate int64) (int64, int64) {
	if count == 0 || size == 0 {
		return 0, 0
	}
	if rate <= 1 {
		return count, size
	}
	average := float64(size) / float64(count)
	scale := 1 / (1 - math.Exp(-average/float64(rate)))
	return int64(float64(count) * scale), int64(float64(size) * scale)
}
