// hood: build
// A program and its packages in one file; the file needs no source to run.
package main

import (
	"fmt"
	"sort"

	"example.com/bundle/greet"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	words := byLen{"three", "a", "to"}
	sort.Sort(words)
	fmt.Println(words, greet.Hello("en", "world")) // out: [a to three] HELLO, world
	defer func() {
		fmt.Println(recover()) // out: assignment to entry in nil map
	}()
	var m map[string]int
	m["x"] = 1
}
