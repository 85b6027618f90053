// hood: run   oracle: no (range over an integer came with Go 1.22; min, max, clear with 1.21)   book: 3.1
// range over n counts 0..n-1 in n's type; min and max pick, clear empties maps and zeroes slices.
package main

import (
	"fmt"
	"math"
)

type celsius float64
type small uint8

func limit() int { fmt.Print("once "); return 3 }

func main() {
	for i := range limit() {
		fmt.Print(i, " ")
		i += 10 // changes this iteration's variable only
	}
	fmt.Println("end") // out: once 0 1 2 end
	n := 0
	for range 5 {
		n++
	}
	for range -3 {
		n += 100
	}
	for i := range small(4) {
		n += int(i)
		if _, ok := any(i).(small); !ok {
			n = -1
		}
	}
	fmt.Println(n) // out: 11
	var k int
	for k = range 7 {
		if k == 4 {
			break
		}
	}
	fmt.Println(k) // out: 4
	var fs []func() int
	for i := range 3 {
		fs = append(fs, func() int { return i * i })
	}
	fmt.Println(fs[0](), fs[1](), fs[2]()) // out: 0 1 4

	fmt.Println(min(3, 1, 2), max(3, 1.5, 2), min("b", "a"), max("b", "a", "c")) // out: 1 3 a c
	x, y := celsius(36.6), celsius(-40)
	fmt.Println(max(x, y), min(x, y, 0), min(k, 2)) // out: 36.6 -40 2
	nan, negz := math.NaN(), math.Copysign(0, -1)
	fmt.Println(min(1, nan), max(nan, 1), 1/min(0, negz), 1/max(negz, 0)) // out: NaN NaN -Inf +Inf
	const c = min(1<<70, 5) + max(2, 7)
	fmt.Println(c) // out: 12

	m := map[float64]int{1: 1, nan: 2, nan: 3}
	clear(m)
	s := []string{"a", "b", "c"}
	clear(s[1:])
	fmt.Printf("%d %q\n", len(m), s) // out: 0 ["a" "" ""]
	var none map[int]int
	clear(none)
	clear([]int(nil))
	fmt.Println(len(none)) // out: 0
}
