// hood: run   book: 6.2
// Under real parallelism: locks exclude, atomics count, Once runs once, a Pool never gives an object to two.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type object struct{ inUse atomic.Bool }

func main() {
	runtime.GOMAXPROCS(4)
	const goroutines, rounds = 8, 3000
	var (
		mu      sync.Mutex
		rw      sync.RWMutex
		once    sync.Once
		wg      sync.WaitGroup
		m       sync.Map
		plain   int
		guarded = map[int]int{}
		counter atomic.Int64
		onces   atomic.Int32
		shared  atomic.Int32
	)
	pool := sync.Pool{New: func() any { return new(object) }}
	for g := 0; g < goroutines; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				mu.Lock()
				plain++
				mu.Unlock()
				counter.Add(1)
				once.Do(func() { onces.Add(1) })
				if i%16 == 0 {
					rw.Lock()
					guarded[i]++
					rw.Unlock()
				} else {
					rw.RLock()
					_ = guarded[i]
					rw.RUnlock()
				}
				x := pool.Get().(*object)
				if x.inUse.Swap(true) {
					shared.Add(1)
				}
				x.inUse.Store(false)
				pool.Put(x)
				n, _ := m.LoadOrStore(i%10, new(atomic.Int64))
				n.(*atomic.Int64).Add(1)
				if i%1000 == 0 {
					runtime.GC()
				}
			}
		}(g)
	}
	wg.Wait()
	total := int64(0)
	m.Range(func(_, n any) bool { total += n.(*atomic.Int64).Load(); return true })
	fmt.Println(plain, counter.Load(), onces.Load(), shared.Load(), total) // out: 24000 24000 1 0 24000
	sum := 0
	for _, n := range guarded {
		sum += n
	}
	fmt.Println(sum) // out: 1504
}
