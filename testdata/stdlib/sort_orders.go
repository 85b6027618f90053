// hood: run
// Sorting takes the same steps as Go's: equal elements end in the same, if arbitrary, order.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"math"
	"sort"
)

type pair struct{ key, id int }
type byKey []pair

func (p byKey) Len() int           { return len(p) }
func (p byKey) Less(i, j int) bool { return p[i].key < p[j].key }
func (p byKey) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func data(n, kind int) []pair {
	p := make([]pair, n)
	x := uint32(n*7 + kind)
	for i := range p {
		x = x*1664525 + 1013904223
		key := int(x>>16) % (n/3 + 1)
		switch kind {
		case 1:
			key = i
		case 2:
			key = -i
		case 3:
			key = i % 5
		case 4:
			key = i ^ 3
		}
		p[i] = pair{key, i}
	}
	return p
}

func sum(p []pair) (s uint32) {
	for _, x := range p {
		s = s*31 + uint32(x.id)
	}
	return s
}

func main() {
	for _, n := range []int{0, 1, 5, 12, 13, 50, 120} {
		for kind := 0; kind < 5; kind++ {
			a, b, c, d := data(n, kind), data(n, kind), data(n, kind), data(n, kind)
			sort.Sort(byKey(a))
			sort.Slice(b, func(i, j int) bool { return b[i].key < b[j].key })
			sort.Stable(byKey(c))
			sort.SliceStable(d, func(i, j int) bool { return d[i].key > d[j].key })
			fmt.Println(n, kind, sum(a), sum(b), sum(c), sum(d), sort.IsSorted(byKey(a)), sort.SliceIsSorted(b, func(i, j int) bool { return b[i].key < b[j].key }))
			sort.Sort(sort.Reverse(byKey(a)))
			fmt.Println(sum(a))
		}
	}
	f := []float64{3, math.NaN(), -1, math.Inf(1), 0, math.Copysign(0, -1), math.Inf(-1)}
	s := []string{"b", "", "abc", "ab", "世"}
	i := sort.IntSlice{5, 2, 8}
	sort.Float64s(f)
	sort.Strings(s)
	sort.Sort(sort.Reverse(i))
	fmt.Println(f, s, i, sort.Float64sAreSorted(f), sort.StringsAreSorted(s), sort.IntsAreSorted(i))
	fmt.Println(sort.SearchInts([]int{1, 3, 5}, 4), sort.SearchStrings(s, "abc"), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	fmt.Println(sort.Find(3, func(i int) int { return 5 - []int{1, 5, 9}[i] }))

	h := &ints{5, 2, 8, 1}
	heap.Init(h)
	heap.Push(h, 3)
	(*h)[0] = 10
	heap.Fix(h, 0)
	heap.Remove(h, 2)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	e := l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter(2, e)
	l.MoveToFront(e)
	l.PushBackList(l)
	l.Remove(l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
	r := ring.New(4)
	for i := 0; i < 4; i++ {
		r.Value = i
		r = r.Next()
	}
	r.Unlink(1)
	r.Do(func(x any) { fmt.Print(x, " ") })
	fmt.Println(r.Len())
	defer func() { fmt.Println(recover()) }()
	sort.Slice(3, nil)
}
