// hood: run   book: 8.1
// What can be reached survives every collection: trees, maps, closures, channels of pointers, interfaces, slices of slices.
package main

import (
	"fmt"
	"runtime"
)

type tree struct{ l, r *tree }

func build(d int) *tree {
	if d == 0 {
		return &tree{}
	}
	return &tree{build(d - 1), build(d - 1)}
}

func (t *tree) count() int {
	if t.l == nil {
		return 1
	}
	return 1 + t.l.count() + t.r.count()
}

type shape interface{ area() int }
type rect struct{ w, h int }
type named struct {
	*rect
	name string
}

func (r *rect) area() int { return r.w * r.h }

func main() {
	long := build(8)
	m := map[string]*rect{}
	byPtr := map[*rect]string{}
	var shapes []shape
	var funcs []func() int
	ch := make(chan *rect, 20)
	var mixed []interface{}
	grid := make([][]string, 10)
	for i := 0; i < 10; i++ {
		r := &rect{i, i + 1}
		key := fmt.Sprint("key", i)
		m[key] = &rect{i, 10}
		byPtr[r] = key
		shapes = append(shapes, named{r, key})
		funcs = append(funcs, func() int { return r.w + len(key) })
		ch <- &rect{i, i}
		mixed = append(mixed, i*1000, key, r, []int{i}, [2]*rect{r, nil}, map[int]string{i: key})
		for k := 0; k <= i; k++ {
			grid[i] = append(grid[i], fmt.Sprint(i, k))
		}
		if i%3 == 0 {
			runtime.GC()
		}
		build(5) // garbage
	}
	for i := 0; i < 5; i++ {
		runtime.GC()
	}
	sum := [8]int{0: long.count()}
	close(ch)
	for r := range ch {
		sum[1] += r.area()
	}
	for k, r := range m {
		sum[2] += r.area() + len(k)
	}
	for r, k := range byPtr {
		sum[3] += r.h + len(k)
	}
	for i, s := range shapes {
		sum[4] += s.area() + len(s.(named).name)
		sum[5] += funcs[i]()
		sum[6] += len(grid[i]) + len(grid[i][i])
	}
	for _, x := range mixed {
		switch x := x.(type) {
		case int:
			sum[7] += x
		case string:
			sum[7] += len(x)
		case *rect:
			sum[7] += x.w
		case []int:
			sum[7] += x[0]
		case [2]*rect:
			sum[7] += x[0].h
		case map[int]string:
			for k, v := range x {
				sum[7] += k + len(v)
			}
		}
	}
	fmt.Println(sum) // out: [511 285 490 95 370 85 85 45270]
}
