// hood: run   book: 4.4
// What does not escape is not allocated: objects, closures, arrays and slices of constant length whose uses are all in sight.
// What does escape is allocated, and each time anew.
package main

import (
	"fmt"
	"runtime"
)

type point struct {
	x, y int
	name string
}

//go:noinline
func object(n int) int {
	p := &point{x: n, name: "p"}
	p.y = p.x * 2
	q := new(point)
	*q = *p
	q.x++
	return q.x + p.y + len(q.name)
}

//go:noinline
func sliceLiteral(n int) int {
	primes := []int{2, 3, 5, 7, 11}
	sum := 0
	for i, p := range primes {
		sum += i * p
	}
	return sum + primes[n%len(primes)] + cap(primes)
}

//go:noinline
func madeSlice(n int) int {
	counts := make([]int, 8)
	for i := 0; i < n; i++ {
		counts[i%8] += i
	}
	return counts[3] + len(counts)
}

//go:noinline
func stringsAndInterfaces(n int) (int, interface{}) {
	words := []string{"zero", "one", "two", "three"}
	words[0] = "none"
	values := [...]interface{}{n, "x", nil}
	p := &values
	p[2] = words[n%4]
	return len(words[n%4]), p[n%3]
}

//go:noinline
func arrayPointer(n int) int {
	a := new([16]int)
	for i := range a {
		a[i] = i * n
	}
	return a[n%16] + a[15]
}

//go:noinline
func inLoop(n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		buf := make([]int, 4) // a new one, all zero
		buf[i%4]++
		sum += buf[0] + buf[1]*10 + buf[2]*100 + buf[3]*1000
	}
	return sum
}

//go:noinline
func closure(n int) int {
	total := 0
	add := func(x int) { total += x }
	for i := 0; i < n; i++ {
		add(i)
	}
	return total
}

//go:noinline
func bounds(n int) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	s := []int{1, 2, 3}
	return fmt.Sprint(s[n])
}

//go:noinline
func negative(n int) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	s := make([]byte, 6)
	s[n] = 1
	return "?"
}

var sink []int

//go:noinline
func escaping(n int) int {
	s := []int{n, n + 1}
	sink = s
	s[0]++
	return sink[0]
}

//go:noinline
func resliced(n int) int {
	s := []int{1, 2, 3, 4}
	t := s[1:n]
	t[0] = 9
	return s[1] + len(t)
}

//go:noinline
func appended(n int) int {
	s := []int{1, 2}
	t := append(s, n)
	s[0] = 7
	return t[0] + t[2] + len(s)
}

//go:noinline
func twoViews(n int) int {
	a := [4]int{1, 2, 3, 4}
	p := &a
	s := p[:]
	s[n] = 10
	p[0] = 20
	return s[0] + a[n]
}

// allocations returns how many objects 100 calls of f allocate.
func allocations(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := 0; i < 100; i++ {
		f()
	}
	runtime.ReadMemStats(&after)
	return (after.Mallocs - before.Mallocs) / 100
}

func main() {
	fmt.Println(object(3), sliceLiteral(3), madeSlice(20), arrayPointer(5), inLoop(6), closure(5))
	fmt.Println(stringsAndInterfaces(3))
	fmt.Println(stringsAndInterfaces(4))
	fmt.Println(stringsAndInterfaces(5))
	fmt.Println(bounds(2), bounds(3), bounds(-1))
	fmt.Println(negative(6), negative(-2))
	fmt.Println(escaping(1), resliced(3), appended(5), twoViews(2))

	fmt.Println("object", allocations(func() { object(3) }))
	fmt.Println("sliceLiteral", allocations(func() { sliceLiteral(3) }))
	fmt.Println("madeSlice", allocations(func() { madeSlice(20) }))
	fmt.Println("arrayPointer", allocations(func() { arrayPointer(5) }))
	fmt.Println("inLoop", allocations(func() { inLoop(6) }))
	fmt.Println("closure", allocations(func() { closure(5) }))
	fmt.Println("twoViews", allocations(func() { twoViews(2) }))
	fmt.Println("escaping", allocations(func() { escaping(1) }))
}
