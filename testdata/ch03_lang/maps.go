// hood: run   book: 3.2
// Maps: a missing key reads as zero, a nil map reads as empty, NaN keys never meet, and deleting while ranging is allowed.
package main

import (
	"fmt"
	"math"
)

type point struct{ x, y int }

func main() {
	m := map[string]int{"a": 1, "b": 2}
	v, ok := m["z"]
	fmt.Println(m["a"], m["z"], v, ok, len(m)) // out: 1 0 0 false 2
	m["c"]++
	m["a"] += 10
	delete(m, "b")
	delete(m, "absent")
	fmt.Println(m) // out: map[a:11 c:1]

	var none map[string]int
	_, ok = none["x"]
	delete(none, "x")
	fmt.Println(none == nil, none["x"], ok, len(none), none) // out: true 0 false 0 map[]
	for range none {
		panic("a nil map has no elements")
	}

	nan := math.NaN()
	f := map[float64]int{nan: 1, nan: 2, 0: 3}
	f[math.Copysign(0, -1)]++ // -0 == 0
	_, ok = f[nan]
	fmt.Println(len(f), ok, f[0]) // out: 3 false 4
	delete(f, nan)
	fmt.Println(len(f)) // out: 3
	for k := range f {
		delete(f, k)
	}
	fmt.Println(len(f)) // out: 2
	for k := range f {  // written as a loop over all keys, it clears even the NaNs
		delete(f, k)
	}
	fmt.Println(len(f)) // out: 2

	big := map[int]int{}
	for i := 0; i < 1000; i++ {
		big[i] = i * i
	}
	seen, sum := 0, 0
	for k, v := range big {
		if k%2 == 0 {
			delete(big, k+1) // may or may not have been seen; is never seen later
		}
		if v != k*k {
			panic("wrong value")
		}
		if k%2 == 0 {
			seen++
			sum += k
		}
	}
	fmt.Println(seen, sum, len(big)) // out: 500 249500 500
	for k := range big {
		delete(big, k)
	}
	fmt.Println(len(big)) // out: 0

	keys := map[interface{}]string{1: "int", int64(1): "int64", "1": "string", point{1, 2}: "point", [2]int{1, 2}: "array", nil: "nil", 1.0: "float"}
	fmt.Println(keys[1], keys[int64(1)], keys["1"], keys[point{1, 2}], keys[[2]int{1, 2}], keys[nil], keys[1.0], keys[int8(1)] == "") // out: int int64 string point array nil float true
	defer func() { fmt.Println(recover()) }()
	nested := map[string]map[point][]string{"k": {{1, 2}: {"x"}}}
	nested["k"][point{1, 2}] = append(nested["k"][point{1, 2}], "y")
	nested["n"] = map[point][]string{}
	fmt.Println(nested) // out: map[k:map[{1 2}:[x y]] n:map[]]
	structs := map[string]*point{"p": {3, 4}}
	structs["p"].x++
	fmt.Println(*structs["p"], len(structs)) // out: {4 4} 1
	fmt.Println(keys[[]int{1}])              // panics
	// out: runtime error: hash of unhashable type []int
}
