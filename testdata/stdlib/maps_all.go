// hood: run   oracle: no
// Package maps.
package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

type ages map[string]int

func main() {
	m := ages{"a": 1, "b": 2}
	c := maps.Clone(m)
	c["c"] = 3
	fmt.Printf("%v %v %T %v\n", m, c, c, maps.Clone(ages(nil)) == nil)
	fmt.Println(maps.Equal(m, map[string]int{"a": 1, "b": 2}), maps.Equal(m, c), maps.Equal(map[int]float64{1: math.NaN()}, map[int]float64{1: math.NaN()}))
	fmt.Println(maps.EqualFunc(m, map[string]string{"a": "1", "b": "2"}, func(i int, s string) bool { return fmt.Sprint(i) == s }))
	maps.Copy(m, map[string]int{"b": 20, "d": 4})
	maps.DeleteFunc(m, func(k string, v int) bool { return v == 1 })
	fmt.Println(m)
	nans := maps.Clone(map[float64]int{math.NaN(): 1, math.Float64frombits(math.Float64bits(math.NaN()) + 1): 2})
	fmt.Println(len(nans))
	fmt.Println(slices.Sorted(maps.Keys(c)), slices.Sorted(maps.Values(c)))
	fmt.Println(maps.Collect(slices.All([]string{"x", "y"})), maps.Collect(maps.All(c)))
	maps.Insert(c, maps.All(ages{"z": 26}))
	n := 0
	maps.All(c)(func(string, int) bool { n++; return n < 2 })
	fmt.Println(c, n)
}
