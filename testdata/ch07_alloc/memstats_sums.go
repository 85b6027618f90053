// hood: run   knobs: gcstress=0 sizeclasses=go   book: 4.7
// The numbers of MemStats add up, by class too; the collector's agree with ReadGCStats; FreeOSMemory gives back what is idle.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

type object struct{ words [12]uintptr } // a class of its own: 96 bytes

var kept []*object

//go:noinline
func makeObjects(n int) {
	kept = make([]*object, n)
	for i := range kept {
		kept[i] = new(object)
	}
}

func read() *runtime.MemStats {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return &m
}

func check(what string, ok bool) {
	if !ok {
		fmt.Println("wrong:", what)
	}
}

func checkSums(m *runtime.MemStats) {
	check("Sys", m.Sys == m.HeapSys+m.StackSys+m.MSpanSys+m.MCacheSys+m.BuckHashSys+m.GCSys+m.OtherSys)
	check("HeapSys", m.HeapSys == m.HeapInuse+m.HeapIdle)
	check("HeapAlloc", m.HeapAlloc == m.Alloc && m.HeapAlloc <= m.HeapInuse)
	check("HeapObjects", m.HeapObjects == m.Mallocs-m.Frees)
	check("TotalAlloc", m.TotalAlloc >= m.Alloc)
	check("HeapReleased", m.HeapReleased <= m.HeapIdle)
	check("in use", m.StackInuse <= m.StackSys && m.MSpanInuse <= m.MSpanSys && m.MCacheInuse <= m.MCacheSys)
	var mallocs, frees, bytes uint64
	for _, c := range m.BySize {
		mallocs += c.Mallocs
		frees += c.Frees
		bytes += (c.Mallocs - c.Frees) * uint64(c.Size)
		check("BySize", c.Frees <= c.Mallocs)
	}
	check("Mallocs", mallocs <= m.Mallocs && frees <= m.Frees && bytes <= m.Alloc)
}

func class(m *runtime.MemStats, size uint32) (mallocs, frees uint64) {
	for _, c := range m.BySize {
		if c.Size == size {
			return c.Mallocs, c.Frees
		}
	}
	panic("no such class")
}

func main() {
	checkSums(read())
	before := read()
	makeObjects(1000)
	after := read()
	checkSums(after)
	m0, f0 := class(before, 96)
	m1, f1 := class(after, 96)
	fmt.Println(m1-m0 >= 1000 && m1-m0 < 1010, f1-f0 < 10)                        // out: true true
	fmt.Println(after.TotalAlloc-before.TotalAlloc >= 1000*96+8000)               // out: true
	fmt.Println(before.BySize[0].Size, before.BySize[1].Size, len(before.BySize)) // out: 0 8 61
	kept = nil
	runtime.GC()
	freed := read()
	checkSums(freed)
	_, f2 := class(freed, 96)
	fmt.Println(f2-f1 >= 1000 && f2-f1 < 1010) // out: true

	large := make([]byte, 20<<20)
	large[0] = 1
	runtime.KeepAlive(large)
	checkSums(read())
	large = nil
	debug.FreeOSMemory()
	m := read()
	checkSums(m)
	fmt.Println(m.HeapReleased > 16<<20, m.HeapIdle-m.HeapReleased < 4<<20) // out: true true

	var s debug.GCStats
	s.PauseQuantiles = make([]time.Duration, 5)
	debug.ReadGCStats(&s)
	m = read()
	same := s.NumGC == int64(m.NumGC) // no collection in between; under gcstress there is one
	check("NumGC", s.NumGC <= int64(m.NumGC) && m.NumGC >= 2 && m.NumForcedGC >= 2)
	check("PauseTotal", !same || s.PauseTotal == time.Duration(m.PauseTotalNs))
	var sum time.Duration
	for _, p := range s.Pause {
		sum += p
	}
	check("pauses", len(s.Pause) == len(s.PauseEnd) && (len(s.Pause) == 256 || sum == s.PauseTotal))
	check("LastGC", (!same || s.LastGC.UnixNano() == int64(m.LastGC)) && time.Since(s.LastGC) < time.Minute)
	for i, q := range s.PauseQuantiles[1:] {
		check("quantiles", q >= s.PauseQuantiles[i])
	}
	check("NextGC", m.NextGC >= 4<<20 && m.EnableGC && !m.DebugGC && m.GCCPUFraction >= 0 && m.GCCPUFraction < 1)
	fmt.Println(debug.SetGCPercent(100), debug.SetMemoryLimit(-1) > 1<<60) // out: 100 true
}
