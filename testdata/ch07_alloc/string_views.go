// hood: run   book: 4.4
// Conversions that are only compared, looked up, joined or read make no copy; those that could be told from one do.
package main

import (
	"fmt"
	"runtime"
)

type words map[string]int

//go:noinline
func lookup(m words, b []byte) (int, bool) {
	n, ok := m[string(b)]
	return n + m[string(b[1:])], ok
}

//go:noinline
func compare(b []byte, s string) int {
	n := 0
	if string(b) == "key" {
		n++
	}
	if string(b) < s {
		n += 10
	}
	if s != string(b[:2]) {
		n += 100
	}
	return n + len(string(b))
}

//go:noinline
func join(b []byte) string { return "<" + string(b) + ">" }

//go:noinline
func sum(s string) (n int) {
	for i, c := range []byte(s) {
		n += i * int(c)
	}
	b := []byte(s)
	return n + int(b[1]) + len(b)
}

// The bytes change after the conversion: the string does not.
//
//go:noinline
func changed(b []byte) (bool, bool, string) {
	s := string(b)
	same := s == "key"
	b[0] = 'K'
	return same, s == "key", string(b)
}

//go:noinline
func twice(b []byte) (r [4]bool) {
	r[0] = string(b) == "key"
	b[0] = 'x'
	r[1] = string(b) == "key"
	b[0] = 'k'
	r[2] = equal(b)
	b[2] = 'Y'
	r[3] = equal(b)
	return r
}

func equal(b []byte) bool { return string(b) == "key" }

//go:noinline
func kept(m words, b []byte) {
	m[string(b)] = len(b)
	b[0] = '?'
}

//go:noinline
func written(s string) string {
	b := []byte(s)
	b[0] = 'W'
	return string(b) + s
}

//go:noinline
func assigned(b []byte) string {
	s := string(b)
	b = []byte("other")
	return s + string(b)
}

// Of two parts one may be empty: then the other one is the result, and that must be a copy.
//
//go:noinline
func prefixed(prefix string, b []byte) string {
	s := prefix + string(b)
	b[0] = '!'
	return s
}

//go:noinline
func outOfRange(s string) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	b := []byte(s)
	return fmt.Sprint(b[len(s)])
}

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
	m := words{"key": 7, "ey": 30}
	key := []byte("key")
	fmt.Println(lookup(m, key))
	fmt.Println(compare(key, "kez"), join(key), sum("hello"))
	fmt.Println(changed([]byte("key")))
	fmt.Println(twice([]byte("key")))
	other := []byte("other")
	kept(m, other)
	fmt.Println(m["other"], len(m), string(other))
	fmt.Println(prefixed("", []byte("bytes")), prefixed("some ", []byte("bytes")))
	fmt.Println(written("words"), assigned(key), outOfRange("abc"))

	fmt.Println("lookup", allocations(func() { lookup(m, key) }))
	fmt.Println("compare", allocations(func() { compare(key, "kez") }))
	fmt.Println("join", allocations(func() { join(key) }))
	fmt.Println("sum", allocations(func() { sum("a somewhat longer string than fits into thirty-two bytes") }) <= 2)
}
