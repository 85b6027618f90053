// hood: run
// An index of an unsigned type that is out of range was printed as if it were an int: a uint64 of 1<<63 and more came out
// negative. Whether it is unsigned stands beside the line of the instruction, bound by bound.
package main

import (
	"fmt"
	"strings"
)

type word uint

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", strings.TrimPrefix(fmt.Sprint(recover()), "runtime error: ")) }()
	f()
}

func at[I int | uint64 | uint8](s []int, i I) int { return s[i] }

func main() {
	s, a, str := []int{1, 2, 3}, [3]int{1, 2, 3}, "abc"
	big, small, neg := uint64(1)<<63, uint64(7), -1
	w := word(neg)
	p := &a
	sum := 0
	try("slice", func() { sum += s[big] })
	try("slice, word", func() { sum += s[w] })
	try("slice, small", func() { sum += s[small] })
	try("slice, signed", func() { sum += s[neg] })
	try("slice, converted", func() { sum += s[int(big)] })
	try("same line", func() { sum += s[0] + s[neg] + s[big] })
	try("same line, turned", func() { sum += s[0] + s[big] + s[neg] })
	try("array", func() { local := [3]int{}; sum += local[big] })
	try("array, stored", func() { local := [3]int{}; local[big] = 1; sum += local[0] })
	try("array, pointer", func() { p[big]++ })
	try("address", func() { q := &s[big]; *q = 1 })
	try("string", func() { sum += int(str[big]) })
	try("uintptr", func() { sum += s[uintptr(big)] })
	try("hi", func() { s = s[:big] })
	try("lo", func() { s = s[big:] })
	try("lo, signed hi", func() { s = s[big:2] })
	try("signed lo", func() { s = s[neg:small] })
	try("string hi", func() { str = str[:big] })
	try("array hi", func() { s = a[:big] })
	try("max", func() { s = s[0:1:big] })
	try("hi of three", func() { s = s[0:big:2] })
	try("lo of three", func() { s = s[big:1:2] })
	try("signed max", func() { s = s[0:1:neg] })
	try("generic", func() { sum += at(s, big) })
	try("generic, signed", func() { sum += at(s, neg) })
	try("generic, byte", func() { sum += at(s, uint8(200)) })
	fmt.Println(len(s), len(str), sum)
}
