// hood: run   knobs: memorylimit=40M gcpercent=-1 gcstress=0   oracle: no   book: 8.6   needs: gc
// With GOGC=off only GOMEMLIMIT starts collections. What is alive fits, so the limit holds, however much is allocated and however
// the sizes change: free pages of one size give their memory back before others are taken.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
)

type node struct {
	left, right *node
	pad         [4]int
}

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1)}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

// peakKB is what the process has had of memory, at most.
func peakKB() int {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "VmHWM:") {
			n, _ := strconv.Atoi(strings.Fields(line)[1])
			return n
		}
	}
	return 0
}

func main() {
	roomy := peakKB() < 20<<10 // else hood is built with sanitizers, and its own pages leave too little of the limit
	live := tree(16) // 6 MB
	for i := 0; i < 60; i++ {
		for j := 0; j < 8; j++ {
			tree(11)
		}
		for size := 100 << (i % 12); size < 1<<20; size *= 3 {
			kept := make([][]byte, 0, 20)
			for j := 0; j < 20 && j*size < 4<<20; j++ {
				b := make([]byte, size)
				b[size/2] = 1
				kept = append(kept, b)
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(live.count(), m.NumGC > 3, m.NumGC < 100 || !roomy) // out: 131071 true true
	if kb := peakKB(); kb > 48<<10 && roomy {
		fmt.Println("the process grew to", kb, "KB")
	}
}
