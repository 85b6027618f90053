package metrics

import (
	"math"
	"runtime"
)

// state is what one Read has asked the runtime for. Each part is asked for once, and only if a metric needs it.
type state struct {
	haveMem, haveGC bool
	mem             runtime.MemStats
	gc              collector
}

const pauseBuckets = 160 // rt::TimeHistogram::kBuckets

// collector is filled by C++ (stdlib/native/runtime_mem.cc): keep the two in step.
type collector struct {
	gogc, memoryLimit  int64
	live, scannedRoots int64
	pauses             [pauseBuckets]uint64
	longPauses         uint64
}

func readCollector(c *collector)

func (s *state) memStats() *runtime.MemStats {
	if !s.haveMem {
		runtime.ReadMemStats(&s.mem)
		s.haveMem = true
	}
	return &s.mem
}

func (s *state) collector() *collector {
	if !s.haveGC {
		readCollector(&s.gc)
		s.haveGC = true
	}
	return &s.gc
}

// ofMem makes a metric of what is in MemStats.
func ofMem(get func(m *runtime.MemStats) uint64) func(*state, *Value) {
	return func(s *state, v *Value) { v.scalar = get(s.memStats()) }
}

// ofGC makes a metric of what the collector knows.
func ofGC(get func(c *collector) int64) func(*state, *Value) {
	return func(s *state, v *Value) { v.scalar = uint64(get(s.collector())) }
}

func of(get func() int) func(*state, *Value) {
	return func(s *state, v *Value) { v.scalar = uint64(get()) }
}

// histogram returns the value's histogram with bounds as given, and room for the counts between them. It makes a new
// one only if the sample had none.
func (v *Value) histogram(bounds int, fill func(buckets []float64)) []uint64 {
	if v.hist == nil || len(v.hist.Buckets) != bounds {
		v.hist = &Float64Histogram{Counts: make([]uint64, bounds-1), Buckets: make([]float64, bounds)}
		fill(v.hist.Buckets)
	}
	return v.hist.Counts
}

// bySize makes a histogram of objects by size class. What is in no class is larger than all of them.
func bySize(classes, total func(m *runtime.MemStats, class int) uint64) func(*state, *Value) {
	return func(s *state, v *Value) {
		m := s.memStats()
		n := len(m.BySize)
		counts := v.histogram(n+1, func(buckets []float64) {
			for i, class := range m.BySize {
				buckets[i] = float64(class.Size + 1)
			}
			buckets[n] = math.Inf(1)
		})
		large := total(m, 0)
		for i := 1; i < n; i++ {
			counts[i-1] = classes(m, i)
			large -= counts[i-1]
		}
		counts[n-1] = large
	}
}

func readPauses(s *state, v *Value) {
	c := s.collector()
	counts := v.histogram(pauseBuckets+3, func(buckets []float64) {
		buckets[0] = math.Inf(-1)
		for i := 0; i <= pauseBuckets; i++ {
			buckets[i+1] = pauseBound(i) / 1e9
		}
		buckets[pauseBuckets+2] = math.Inf(1)
	})
	copy(counts[1:], c.pauses[:])
	counts[pauseBuckets+1] = c.longPauses
}

// pauseBound is the least duration in bucket i, in nanoseconds: see runtime/gc/time_histogram.h.
func pauseBound(i int) float64 {
	const minBits, subBits = 9, 2
	super, sub := i>>subBits, i&(1<<subBits-1)
	if super == 0 {
		return float64(uint64(sub) << (minBits - subBits))
	}
	low := minBits + super - 1
	return float64(uint64(1)<<low + uint64(sub)<<(low-subBits))
}
