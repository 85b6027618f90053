// hood: run   book: 4.5
// sync.Map: load, store, delete, swap forms and Range agree with a plain map under a lock.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	_, missing := m.Load("z")
	fmt.Println(v, ok, missing)          // out: 1 true false
	fmt.Println(m.LoadOrStore("a", 100)) // out: 1 true
	fmt.Println(m.LoadOrStore("c", 3))   // out: 3 false
	fmt.Println(m.LoadAndDelete("b"))    // out: 2 true
	fmt.Println(m.LoadAndDelete("b"))    // out: <nil> false
	m.Delete("none")
	m.Store(7, "int key")
	m.Store([2]int{1, 2}, "array key")
	show := func() {
		var s []string
		m.Range(func(k, v interface{}) bool { s = append(s, fmt.Sprint(k, "=", v)); return true })
		sort.Strings(s)
		fmt.Println(s)
	}
	show() // out: [7=int key [1 2]=array key a=1 c=3]
	n := 0
	m.Range(func(k, v interface{}) bool { n++; return n < 2 })
	fmt.Println(n) // out: 2
	m.Range(func(k, v interface{}) bool { m.Delete(k); return true })
	show() // out: []

	var wg sync.WaitGroup
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 60; i++ {
				key := i % 20
				switch (i + g) % 3 {
				case 0:
					m.Store(key, g)
				case 1:
					m.LoadOrStore(key, -1)
				case 2:
					if v, ok := m.Load(key); ok && v.(int) >= 8 {
						panic("a value nobody stored")
					}
				}
			}
		}(g)
	}
	wg.Wait()
	count, sum := 0, 0
	m.Range(func(k, v interface{}) bool { count++; sum += k.(int); return true })
	fmt.Println(count, sum) // out: 20 190
}
