// hood: run   knobs: det=1 seed=7   exit: 2   oracle: no   book: 3.4
// Deterministic mode runs on one thread, and still finds a map that is used without a lock: now and then a write begins, and
// others run before it ends.
// err: fatal error: concurrent map
package main

import (
	"fmt"
	"sync"
)

func main() {
	// With a lock there is nothing to find.
	var mu sync.Mutex
	var wg sync.WaitGroup
	counts := map[string]int{}
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 200; i++ {
				mu.Lock()
				counts[fmt.Sprint("k", i%7)] += i
				if i%50 == 0 {
					delete(counts, "k1")
				}
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(counts)) // out: 7

	m := map[int]int{}
	for g := 0; g < 2; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 400; i++ {
				m[i%10]++
			}
		}()
	}
	wg.Wait()
	fmt.Println("not found")
}
