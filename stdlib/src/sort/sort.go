// Package sort sorts slices and whatever can compare and swap its elements.
//
// Sort and Slice take the same steps as Go's (pattern-defeating quicksort, pdq.go): where elements are equal,
// programs see the same order.
package sort

import (
	"internal/rtype"
	"math/bits"
)

// Interface is a sequence that can be sorted, its elements named by index. Less must be a strict weak order.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data; equal elements may change places.
func Sort(data Interface) {
	if sortNatively(data) {
		return
	}
	n := data.Len()
	if n > 1 {
		pdqsort(data, 0, n, bits.Len(uint(n)))
	}
}

// sortNatively sorts the slices whose order is known here.
func sortNatively(data Interface) bool {
	switch x := data.(type) {
	case IntSlice:
		sortInts(x)
		return true
	case StringSlice:
		sortStrings(x)
		return true
	case Float64Slice:
		return sortFloat64s(x)
	case *reverse:
		if ints, ok := x.Interface.(IntSlice); ok {
			sortInts(ints)
			for i, j := 0, len(ints)-1; i < j; i, j = i+1, j-1 {
				ints[i], ints[j] = ints[j], ints[i]
			}
			return true
		}
	}
	return false
}

// Stable sorts data and keeps equal elements in their order.
func Stable(data Interface) { stable(data, data.Len()) }

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

// reverse is a sequence in the other order.
type reverse struct {
	Interface
}

func (r *reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data with its order reversed: sorting it puts the largest first.
func Reverse(data Interface) Interface { return &reverse{data} }

// lessSwap is a sequence as Slice sees it.
type lessSwap struct {
	Less func(i, j int) bool
	Swap func(i, j int)
}

// Slice sorts the slice x by less, which is given indices; equal elements may change places. It panics if x is
// no slice.
func Slice(x any, less func(i, j int) bool) {
	n := rtype.SliceLen(x)
	if n > 1 {
		pdqsortFunc(lessSwap{less, rtype.Swapper(x)}, 0, n, bits.Len(uint(n)))
	}
}

// SliceStable is Slice with equal elements kept in their order.
func SliceStable(x any, less func(i, j int) bool) {
	stableFunc(lessSwap{less, rtype.Swapper(x)}, rtype.SliceLen(x))
}

// SliceIsSorted reports whether the slice x is sorted by less. It panics if x is no slice.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := rtype.SliceLen(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// IntSlice is a []int in increasing order, for Sort.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { Sort(x) }

// Search is SearchInts of x.
func (x IntSlice) Search(v int) int { return SearchInts(x, v) }

// Float64Slice is a []float64 in increasing order, NaNs first, for Sort.
type Float64Slice []float64

func (x Float64Slice) Len() int      { return len(x) }
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

func (x Float64Slice) Less(i, j int) bool {
	return x[i] < x[j] || x[i] != x[i] && x[j] == x[j]
}

// Sort sorts x.
func (x Float64Slice) Sort() { Sort(x) }

// Search is SearchFloat64s of x.
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }

// StringSlice is a []string in increasing order, for Sort.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { Sort(x) }

// Search is SearchStrings of x.
func (x StringSlice) Search(v string) int { return SearchStrings(x, v) }

// Ints sorts x.
func Ints(x []int) { sortInts(x) }

// Float64s sorts x, NaNs first.
func Float64s(x []float64) { Sort(Float64Slice(x)) }

// Strings sorts x.
func Strings(x []string) { sortStrings(x) }

// IntsAreSorted reports whether x is sorted.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is sorted, NaNs first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is sorted.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }
