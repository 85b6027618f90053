// hood: run   flags: --tags fancy,other   oracle: no: go run has no tags here
// Which files belong to a build: names, //go:build lines, old // +build lines, tags of the command line.
package main

import (
	"fmt"
	"sort"
	"strings"
)

var files []string

func main() {
	sort.Strings(files)
	fmt.Println(strings.Join(files, " ")) // out: amd64 linux nocgo old tagged unix
}
