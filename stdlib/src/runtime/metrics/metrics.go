// Package metrics tells numbers about the runtime by name: "/gc/heap/allocs:bytes" is a path and a unit.
package metrics

import "math"

// Description describes a metric.
type Description struct {
	Name        string
	Description string
	Kind        ValueKind
	Cumulative  bool // the value, or each count of it, never gets less
}

// ValueKind tells what a Value holds.
type ValueKind int

const (
	KindBad              ValueKind = iota // nothing: the metric does not exist
	KindUint64                            // a uint64
	KindFloat64                           // a float64
	KindFloat64Histogram                  // a *Float64Histogram
)

// Float64Histogram tells how often values were in ranges: Counts[i] of them were at least Buckets[i] and less than
// Buckets[i+1]. The outermost bounds may be infinite.
type Float64Histogram struct {
	Counts  []uint64
	Buckets []float64
}

// Value is the value of a metric.
type Value struct {
	kind   ValueKind
	scalar uint64
	hist   *Float64Histogram
}

// Kind tells what the value holds.
func (v Value) Kind() ValueKind { return v.kind }

// Uint64 returns the value. It panics if the kind is not KindUint64.
func (v Value) Uint64() uint64 {
	if v.kind != KindUint64 {
		panic("called Uint64 on non-uint64 metric value")
	}
	return v.scalar
}

// Float64 returns the value. It panics if the kind is not KindFloat64.
func (v Value) Float64() float64 {
	if v.kind != KindFloat64 {
		panic("called Float64 on non-float64 metric value")
	}
	return math.Float64frombits(v.scalar)
}

// Float64Histogram returns the value, which the next Read into the same sample overwrites. It panics if the kind is
// not KindFloat64Histogram.
func (v Value) Float64Histogram() *Float64Histogram {
	if v.kind != KindFloat64Histogram {
		panic("called Float64Histogram on non-Float64Histogram metric value")
	}
	return v.hist
}

// Sample is a metric and its value.
type Sample struct {
	Name  string
	Value Value
}

// All returns the descriptions of all metrics there are, ordered by name.
func All() []Description {
	all := make([]Description, len(table))
	for i := range table {
		all[i] = table[i].Description
	}
	return all
}

// Read sets the values of samples by their names. Metrics that do not exist get values of KindBad. It is fastest to
// pass the same slice again.
func Read(samples []Sample) {
	var s state
	for i := range samples {
		sample := &samples[i]
		sample.Value.kind = KindBad
		if m := find(sample.Name); m != nil {
			m.read(&s, &sample.Value)
			sample.Value.kind = m.Kind
		}
	}
}

// find looks a metric up in the table, which is ordered.
func find(name string) *metric {
	low, high := 0, len(table)
	for low < high {
		middle := int(uint(low+high) / 2)
		if table[middle].Name < name {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(table) || table[low].Name != name {
		return nil
	}
	return &table[low]
}
