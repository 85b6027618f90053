// hood: run   oracle: no (Go 1.20 names the locks)   book: 6.8
// A goroutine dump says which kind of lock a goroutine waits for.
package main

import (
	"fmt"
	"runtime"
	"sort"
	"strings"
	"sync"
)

func main() {
	var mu sync.Mutex
	var written, read sync.RWMutex
	cond := sync.NewCond(new(sync.Mutex))
	var wg sync.WaitGroup
	mu.Lock()
	written.Lock()
	read.RLock()
	wg.Add(1)
	waits := []func(){
		mu.Lock, written.RLock, read.Lock, wg.Wait,
		func() { cond.L.Lock(); cond.Wait() },
	}
	for _, wait := range waits {
		go wait()
	}
	var reasons []string
	for len(reasons) < len(waits) {
		runtime.Gosched()
		buf := make([]byte, 1<<16)
		dump := string(buf[:runtime.Stack(buf, true)])
		reasons = nil
		for _, line := range strings.Split(dump, "\n") {
			at := strings.Index(line, "[")
			if strings.HasPrefix(line, "goroutine ") && (strings.Contains(line, "sync") || strings.Contains(line, "sema")) {
				reasons = append(reasons, line[at:])
			}
		}
	}
	sort.Strings(reasons)
	for _, r := range reasons {
		fmt.Println(r)
	}
	// out: [semacquire]:
	// out: [sync.Cond.Wait]:
	// out: [sync.Mutex.Lock]:
	// out: [sync.RWMutex.Lock]:
	// out: [sync.RWMutex.RLock]:
}
