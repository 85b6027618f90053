// Set S: sort.Ints of a million.
package main

import (
	"fmt"
	"sort"
)

const n = 1000000

func main() {
	a := make([]int, n)
	for r := 0; r < 3; r++ {
		x := uint64(r + 1)
		for i := range a {
			x = x*6364136223846793005 + 1442695040888963407
			a[i] = int(x >> 33)
		}
		sort.Ints(a)
	}
	fmt.Println(a[0], a[n/2], a[n-1])
}
