// Set S: fmt.Sprintf.
package main

import "fmt"

const n = 300000

type point struct{ X, Y int }

func main() {
	sum := 0
	for i := 0; i < n; i++ {
		sum += len(fmt.Sprintf("%d %s %v", i, "text", i%2 == 0))
		sum += len(fmt.Sprintf("%5.2f|%-8s|%x", float64(i)/3, "abc", i))
		sum += len(fmt.Sprintf("%+v", point{i, -i}))
	}
	fmt.Println(sum)
}
