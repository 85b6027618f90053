// hood: run   book: 3.4   oracle: no (loop variables are per iteration since Go 1.22)
// Every iteration of a for loop has its own variables; the next one starts as a copy of the last.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println("three-clause") // out: 0 1 2 three-clause

	fs = nil
	for i, s := range []string{"a", "bb", "ccc"} {
		fs = append(fs, func() int { i += len(s); return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println("range") // out: 1 2 3 5 5 8 range

	var ps []*int
	for i := 0; i < 6; i++ {
		ps = append(ps, &i)
		i++ // in the body: seen by the post statement, kept by this iteration's variable
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println("pointers") // out: 1 3 5 pointers

	for i := 0; i < 2; i++ {
		defer func() { fmt.Println("deferred", i) }()
	}
	// The post statement works on the copy: changing it through a closure made in an earlier iteration changes nothing.
	var bump func()
	n := 0
	for i := 0; i < 3; i++ {
		if bump != nil {
			bump()
		}
		bump = func() { i = 100 }
		n++
	}
	fmt.Println(n) // out: 3
	// out: deferred 1
	// out: deferred 0
}
