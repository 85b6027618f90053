// hood: run   exit: 2   book: 4.1
// Unlocking a mutex that is not locked is a fatal error: recover does not see it.
package main

import "sync"

func main() {
	defer func() { recover() }()
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	mu.Unlock()
	// err: fatal error: sync: unlock of unlocked mutex
	// err: goroutine 1 [running]:
}
