// hood: vet   exit: 2
// vet's small analyses of assignments and conditions: self-assignment, atomics, redundant tests, functions and nil, shifts.
package main

import (
	"fmt"
	"sync/atomic"
)

type point struct{ x, y int }

func next() int { return 1 }

func main() {
	var p point
	var a [3]int
	p.x = p.x // err: find_assign.go:17:2: self-assignment of p.x to p.x
	p.x, p.y = p.y, p.y // err: find_assign.go:18:2: self-assignment of p.y to p.y
	a[1] = a[1] // err: find_assign.go:19:2: self-assignment of a[1] to a[1]
	a[next()] = a[next()]
	i := 0
	i = i // err: find_assign.go:22:2: self-assignment of i to i

	var n int64
	n = atomic.AddInt64(&n, 1) // err: find_assign.go:25:2: direct assignment to atomic value
	m := &n
	*m = atomic.AddInt64(m, 1) // err: find_assign.go:27:2: direct assignment to atomic value
	old := atomic.AddInt64(&n, 1)

	if i == 1 || i == 1 { // err: find_assign.go:30:5: redundant or: i == 1 || i == 1
		fmt.Println("twice")
	}
	if i != 1 || i != 2 { // err: find_assign.go:33:5: suspect or: i != 1 || i != 2
		fmt.Println("always")
	}
	if i == 1 && p.x == 2 && i == 3 { // err: find_assign.go:36:5: suspect and: i == 1 && i == 3
		fmt.Println("never")
	}
	if next() == 1 || next() == 1 {
		fmt.Println("calls may differ")
	}
	if next == nil || main != nil { // err: find_assign.go:42:5: comparison of function next == nil is always false
		fmt.Println("functions are never nil")
	}
	var b uint8 = 1
	b = b << 8 // err: find_assign.go:46:6: b (8 bits) too small for shift of 8
	b <<= 9 // err: find_assign.go:47:2: b (8 bits) too small for shift of 9
	b = b>>7 | 1<<3
	fmt.Println(old, b)
}
