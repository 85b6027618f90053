// hood: run   exit: 2   book: 4.1
// A WaitGroup below zero panics; RWMutex misuse is fatal.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	func() {
		defer func() { fmt.Println(recover()) }() // out: sync: negative WaitGroup counter
		wg.Done()
	}()
	var rw sync.RWMutex
	rw.RUnlock()
	// err: fatal error: sync: RUnlock of unlocked RWMutex
}
