// hood: run   oracle: no
// Package slices, function by function, with the corners: nil and empty, aliasing, what is zeroed, what panics.
package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

type names []string

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

type rec struct {
	key, seq int
}

func random(n, keys int) []rec {
	out := make([]rec, n)
	x := uint32(n)
	for i := range out {
		x = x*1664525 + 1013904223
		out[i] = rec{int(x>>8) % keys, i}
	}
	return out
}

func main() {
	nan := math.NaN()
	fmt.Println(slices.Equal([]int{1, 2}, []int{1, 2}), slices.Equal([]int{}, nil), slices.Equal([]float64{nan}, []float64{nan}))
	fmt.Println(slices.EqualFunc([]int{1}, []string{"1"}, func(i int, s string) bool { return fmt.Sprint(i) == s }))
	fmt.Println(slices.Compare([]int{1, 2}, []int{1, 3}), slices.Compare([]int{1}, []int{}), slices.Compare([]string{"a"}, []string{"a", "b"}), slices.Compare([]float64{nan}, []float64{nan}))
	fmt.Println(slices.CompareFunc([]int{3}, []int8{4}, func(a int, b int8) int { return a - int(b) }))
	fmt.Println(slices.Index([]string{"a", "b"}, "b"), slices.IndexFunc([]int{1, 5}, func(x int) bool { return x > 9 }), slices.Contains(names{"x"}, "x"), slices.ContainsFunc([]int{4}, func(x int) bool { return x == 4 }))

	s := make([]int, 3, 10)
	copy(s, []int{1, 2, 3})
	fmt.Println(slices.Insert(s, 1, 8, 9), slices.Insert([]int{1}, 1, 2), slices.Insert([]int{1}, 0))
	s = append(s[:0], 1, 2, 3, 4)
	fmt.Println(slices.Insert(s, 1, s[1:3]...))
	s = append(s[:0], 1, 2, 3, 4, 5)
	fmt.Println(slices.Delete(s, 1, 3), s)
	s = append(s[:0], 1, 2, 3, 4, 5)
	fmt.Println(slices.DeleteFunc(s, func(x int) bool { return x%2 == 0 }), s)
	s = append(s[:0], 1, 2, 3, 4, 5)
	fmt.Println(slices.Replace(s, 1, 4, 9), s)
	s = append(s[:0], 1, 2, 3, 4, 5)
	fmt.Println(slices.Replace(s, 1, 2, s[2:5]...), slices.Replace([]int{1, 2}, 1, 2, 7, 8, 9), slices.Replace([]int{1, 2}, 0, 0, 5))
	s = append(s[:0], 1, 1, 2, 2, 1)
	fmt.Println(slices.Compact(s), s)
	fmt.Println(slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	fmt.Println(slices.Clone([]int(nil)) == nil, slices.Clone([]int{}) == nil, slices.Clone(names{"c"}))
	g := slices.Grow([]int{1}, 100)
	fmt.Println(len(g), cap(g) >= 101, cap(slices.Clip(g)))
	r := []int{1, 2, 3}
	slices.Reverse(r)
	fmt.Println(r, slices.Concat([]int{1}, nil, []int{2, 3}), slices.Repeat([]int{1, 2}, 3))

	for _, n := range []int{0, 1, 5, 13, 60, 200, 3000} {
		a, b, c := random(n, 7), random(n, 7), random(n, 7)
		slices.SortFunc(a, func(x, y rec) int { return cmp.Compare(x.key, y.key) })
		sort.Slice(b, func(i, j int) bool { return b[i].key < b[j].key })
		slices.SortStableFunc(c, func(x, y rec) int { return x.key - y.key })
		stable := slices.IsSortedFunc(c, func(x, y rec) int {
			if x.key != y.key {
				return x.key - y.key
			}
			return x.seq - y.seq
		})
		fmt.Print(slices.Equal(a, b), stable, " ")
	}
	fmt.Println()
	fs := []float64{2, nan, -1, math.Inf(1), 0, nan}
	slices.Sort(fs)
	ws := names{"b", "", "a"}
	slices.Sort(ws)
	bs := []uint8{200, 3, 100}
	slices.Sort(bs)
	is := []int{3, -1, 2}
	slices.Sort(is)
	fmt.Println(fs, ws, bs, is, slices.IsSorted(fs), slices.IsSorted([]int{2, 1}))
	fmt.Println(slices.Min([]int{3, 1}), slices.Max(names{"a", "c", "b"}), slices.Max([]float64{1, nan}), slices.Min([]float64{nan, 1}))
	fmt.Println(slices.MinFunc([]string{"bb", "a", "c"}, func(a, b string) int { return len(a) - len(b) }), slices.MaxFunc([]string{"bb", "aa", "c"}, func(a, b string) int { return len(a) - len(b) }))
	fmt.Println(slices.BinarySearch([]int{1, 3, 5}, 3))
	fmt.Println(slices.BinarySearch([]string{"a", "c"}, "b"))
	fmt.Println(slices.BinarySearch(fs, nan))
	fmt.Println(slices.BinarySearchFunc([]rec{{1, 0}, {4, 0}}, "4", func(r rec, s string) int { return strings.Compare(fmt.Sprint(r.key), s) }))
	fmt.Println(cmp.Compare(1, 2), cmp.Compare("b", "a"), cmp.Compare(nan, nan), cmp.Compare(nan, 1), cmp.Compare(1, nan), cmp.Compare(0.0, math.Copysign(0, -1)), cmp.Less(nan, 0), cmp.Less(0, nan))
	fmt.Println(cmp.Or(0, 3, 2), cmp.Or("", "d"), cmp.Or[string]())

	try(func() { slices.Min([]int{}) })
	try(func() { slices.MaxFunc([]int{}, cmp.Compare[int]) })
	try(func() { slices.Grow([]int{}, -1) })
	try(func() { slices.Insert([]int{1}, 2, 1) })
	try(func() { slices.Delete([]int{1}, 1, 2) })
	try(func() { slices.Chunk([]int{1}, 0) })
	try(func() { slices.Repeat([]int{1}, -1) })

	// The iterators, by calling them.
	sum := 0
	slices.All([]int{5, 6, 7})(func(i, v int) bool { sum += i * v; return i < 1 })
	slices.Backward([]int{5, 6})(func(i, v int) bool { fmt.Print(i, v, " "); return true })
	fmt.Println(sum, slices.Collect(slices.Values(names{"x", "y"})), slices.AppendSeq([]int{0}, slices.Values([]int{1})))
	fmt.Println(slices.Sorted(slices.Values([]int{3, 1, 2})), slices.SortedFunc(slices.Values([]int{3, 1, 2}), func(a, b int) int { return b - a }), slices.SortedStableFunc(slices.Values([]int{13, 11, 2}), func(a, b int) int { return a%10 - b%10 }))
	slices.Chunk([]int{1, 2, 3, 4, 5}, 2)(func(c []int) bool { fmt.Print(c, cap(c), " "); return true })
	fmt.Println()
}
