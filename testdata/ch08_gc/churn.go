// hood: run   book: 8.3   needs: gc
// What is reachable survives any number of collections with its contents; what is not does not make the heap grow.
package main

import (
	"fmt"
	"runtime"
)

type tree struct {
	left, right *tree
	key         int
	payload     []byte
	tag         interface{}
}

var sink []byte

func insert(t *tree, key int) *tree {
	if t == nil {
		return &tree{key: key, payload: []byte(fmt.Sprint(key)), tag: key * 2}
	}
	if key < t.key {
		t.left = insert(t.left, key)
	} else if key > t.key {
		t.right = insert(t.right, key)
	}
	return t
}

func (t *tree) check() (n int, ok bool) {
	if t == nil {
		return 0, true
	}
	l, lok := t.left.check()
	r, rok := t.right.check()
	return l + r + 1, lok && rok && string(t.payload) == fmt.Sprint(t.key) && t.tag == t.key*2
}

func main() {
	var root *tree
	index := map[string]*tree{}
	x := uint32(1)
	for i := 0; i < 200; i++ {
		x = x*1664525 + 1013904223
		root = insert(root, int(x>>16))
		if i%10 == 0 {
			index[fmt.Sprint(i)] = root
		}
		garbage := make([]*tree, 100)
		garbage[i%100] = &tree{left: root}
	}
	fmt.Println(root.check()) // out: 200 true
	fmt.Println(len(index))   // out: 20
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	sum := 0
	for i := 0; i < 9000; i++ {
		b := make([]byte, 1024)
		b[i%1024] = 1
		sum += len(b)
		sink = b
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(sum>>20, "MB allocated")                                 // out: 8 MB allocated
	fmt.Println("collected:", after.NumGC > before.NumGC+1)              // out: collected: true
	fmt.Println("heap grew:", after.HeapAlloc > before.HeapAlloc+1<<20)  // out: heap grew: false
	fmt.Println("total:", (after.TotalAlloc-before.TotalAlloc)>>20 >= 8) // out: total: true
	fmt.Println("objects:", after.Mallocs-before.Mallocs >= 9000)        // out: objects: true
	n, ok := root.check()
	fmt.Println(n, ok) // out: 200 true
}
