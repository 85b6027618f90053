// hood: vet   exit: 2   oracle: no
// What go vet finds since Go 1.22.
package main

import (
	"fmt"
	"time"
)

func observe(d time.Duration) { fmt.Println(d > 0) }

func main() {
	start := time.Now()
	defer observe(time.Since(start)) // err: find_newer.go:14:16: call to time.Since is not deferred
	defer func() { observe(time.Since(start)) }()
	var s []int
	s = append(s) // err: find_newer.go:17:6: append with no values
	s = append(s, 1)
	fmt.Sprintln(s)                         // err: find_newer.go:19:14: result of fmt.Sprintln call not used
	fmt.Println(start.Format("2006-02-01")) // err: find_newer.go:20:27: 2006-02-01 should be 2006-01-02
	fmt.Println(start.Format("2006-01-02"))
}
