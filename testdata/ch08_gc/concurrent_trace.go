// hood: run   knobs: collector=concurrent gctrace=1 gcpacertrace=1   oracle: no   book: 8.6
// The concurrent collector's line has Go's form, and the pacer says what it decided. A cycle that is asked for while one is in
// progress is a cycle of its own.
package main

import (
	"fmt"
	"runtime"
)

type node struct{ left, right *node }

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{tree(depth - 1), tree(depth - 1)}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	keep := tree(15)
	sum := 0
	for i := 0; i < 40; i++ {
		sum += tree(12).count()
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(sum, keep.count(), after.NumGC > before.NumGC, after.NumForcedGC-before.NumForcedGC)
}

// out: 327640 65535 true 1
// err: pacer: assist ratio=
// err: gc 1 @
// err: MB globals,
// err: (forced)
