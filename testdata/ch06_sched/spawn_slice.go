// hood: run   knobs: gomaxprocs=1 gcstress=0   oracle: no   book: 5.2
// A goroutine that starts others faster than they can run gives way in time: many short ones are never there at once.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	const n = 20000
	var wg sync.WaitGroup
	wg.Add(n)
	most := 0
	for i := 0; i < n; i++ {
		go wg.Done()
		if i%100 == 0 && runtime.NumGoroutine() > most {
			most = runtime.NumGoroutine()
		}
	}
	wg.Wait()
	fmt.Println(most > 500, most < 5000) // out: true true
}
