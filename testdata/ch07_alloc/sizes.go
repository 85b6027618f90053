// hood: run   book: 7.1
// Objects of every size keep what is written into them: tiny, small, with and without pointers, and larger than a span.
package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

type tiny struct{ b byte }
type mixed struct {
	a byte
	p *int
	b int16
	s string
}

func main() {
	fmt.Println(unsafe.Sizeof(tiny{}), unsafe.Sizeof(mixed{}), unsafe.Offsetof(mixed{}.p), unsafe.Offsetof(mixed{}.s), unsafe.Alignof(mixed{}.b))                               // out: 1 40 8 24 2
	fmt.Println(unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(interface{}(nil)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([3]int16{}), unsafe.Sizeof(struct{}{})) // out: 16 24 16 8 6 0
	var tinies []*tiny
	for i := 0; i < 300; i++ {
		tinies = append(tinies, &tiny{byte(i)})
	}
	blocks := map[int][]byte{}
	for size := 1; size <= 1<<20; size = size*3/2 + 1 {
		b := make([]byte, size)
		for i := 0; i < size; i += 1 + size/64 {
			if b[i] != 0 {
				panic("not zeroed")
			}
			b[i] = byte(size + i)
		}
		blocks[size] = b
	}
	runtime.GC()
	bad := 0
	for i, t := range tinies {
		if t.b != byte(i) {
			bad++
		}
	}
	for size, b := range blocks {
		for i := 0; i < size; i += 1 + size/64 {
			if b[i] != byte(size+i) {
				bad++
			}
		}
	}
	fmt.Println(len(blocks), bad) // out: 32 0

	n := 7
	ms := make([]mixed, 50)
	for i := range ms {
		ms[i] = mixed{byte(i), &n, int16(-i), fmt.Sprint("s", i)}
	}
	runtime.GC()
	fmt.Println(ms[49].a, *ms[49].p, ms[49].b, ms[49].s, ms[0].s) // out: 49 7 -49 s49 s0
	a, b := new(struct{}), new([0]int)
	fmt.Println(a != nil, b != nil, len(make([]struct{}, 1<<40))) // out: true true 1099511627776
	x := new(int)
	y := new(int)
	fmt.Println(x == y, *x+*y) // out: false 0
	p := (*[2]int32)(unsafe.Pointer(&[]int64{1<<32 + 2}[0]))
	fmt.Println(p[0], p[1]) // out: 2 1
}
