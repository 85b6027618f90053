// hood: run   knobs: gcstress=0
// Package runtime/metrics: descriptions in order, values of each kind that agree with runtime.MemStats, unknown names.
package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/metrics"
	"sort"
	"strings"
)

var sink [][]byte

func read(name string) metrics.Value {
	s := []metrics.Sample{{Name: name}}
	metrics.Read(s)
	return s[0].Value
}

func sum(h *metrics.Float64Histogram) (n uint64) {
	for _, c := range h.Counts {
		n += c
	}
	return n
}

func descriptions() {
	all := metrics.All()
	fmt.Println(len(all) > 20, sort.SliceIsSorted(all, func(i, j int) bool { return all[i].Name < all[j].Name }))
	samples := make([]metrics.Sample, len(all))
	for i, d := range all {
		samples[i].Name = d.Name
		if d.Description == "" || strings.Count(d.Name, ":") != 1 || d.Name[0] != '/' {
			fmt.Println("bad description", d)
		}
	}
	metrics.Read(samples)
	for i, s := range samples {
		if s.Value.Kind() != all[i].Kind {
			fmt.Println("wrong kind", s.Name)
		}
	}
	for _, name := range []string{"/gc/cycles/total:gc-cycles", "/gc/pauses:seconds", "/memory/classes/total:bytes", "/sched/goroutines:goroutines"} {
		i := sort.Search(len(all), func(i int) bool { return all[i].Name >= name })
		fmt.Println(all[i].Name == name, all[i].Kind, all[i].Cumulative)
	}
}

func values() {
	forced := read("/gc/cycles/forced:gc-cycles").Uint64()
	for i := 0; i < 100; i++ {
		sink = append(sink, make([]byte, 1<<uint(i%17)))
	}
	runtime.GC()
	runtime.GC()
	fmt.Println(read("/gc/cycles/forced:gc-cycles").Uint64() - forced)
	total := read("/gc/cycles/total:gc-cycles").Uint64()
	automatic := read("/gc/cycles/automatic:gc-cycles").Uint64()
	fmt.Println(total-automatic == read("/gc/cycles/forced:gc-cycles").Uint64(), read("/sched/goroutines:goroutines").Uint64() >= 1)

	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(read("/gc/heap/allocs:bytes").Uint64() >= m.TotalAlloc, read("/memory/classes/total:bytes").Uint64() >= m.Sys)
	var classes uint64
	for _, d := range metrics.All() {
		if strings.HasPrefix(d.Name, "/memory/classes/") && d.Name != "/memory/classes/total:bytes" {
			classes += read(d.Name).Uint64()
		}
	}
	fmt.Println(classes > m.Sys/2, classes < m.Sys*2)

	pauses := read("/gc/pauses:seconds").Float64Histogram()
	fmt.Println(sum(pauses) >= 2, len(pauses.Buckets) == len(pauses.Counts)+1, sort.Float64sAreSorted(pauses.Buckets))
	sizes := read("/gc/heap/allocs-by-size:bytes").Float64Histogram()
	fmt.Println(sum(sizes) >= 100, len(sizes.Buckets) == len(sizes.Counts)+1, sizes.Buckets[0], math.IsInf(sizes.Buckets[len(sizes.Buckets)-1], 1))
	for i, b := range sizes.Buckets {
		if b == 1025 { // objects of 1025 to 1152 bytes: none of those above, but the last bucket has the large ones
			fmt.Println(sizes.Counts[len(sizes.Counts)-1] >= 5, i < len(sizes.Counts))
		}
	}
	samples := []metrics.Sample{{Name: "/gc/pauses:seconds"}}
	metrics.Read(samples)
	h := samples[0].Value.Float64Histogram()
	metrics.Read(samples)
	fmt.Println(h == samples[0].Value.Float64Histogram())
}

func wrong(f func(v metrics.Value)) {
	defer func() { fmt.Println(recover()) }()
	f(read("/no/such:thing"))
}

func main() {
	descriptions()
	values()
	fmt.Println(read("/no/such:thing").Kind() == metrics.KindBad, metrics.KindUint64, metrics.KindFloat64, metrics.KindFloat64Histogram)
	wrong(func(v metrics.Value) { v.Uint64() })
	wrong(func(v metrics.Value) { v.Float64() })
	wrong(func(v metrics.Value) { v.Float64Histogram() })
}
