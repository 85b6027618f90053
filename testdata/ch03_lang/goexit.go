// hood: run   book: 3.5
// Goexit runs the deferred calls, recover sees nothing of it, and a panic met on the way still counts.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func run(f func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
		fmt.Println("returned")
	}()
	wg.Wait()
}

func main() {
	run(func() {
		defer fmt.Println("deferred one")
		func() {
			defer func() { fmt.Println("recover sees", recover()) }()
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	})
	// out: recover sees <nil>
	// out: deferred one
	run(func() {
		defer func() { fmt.Println("after the panic:", recover()) }()
		defer func() { panic("in a deferred call of Goexit") }()
		runtime.Goexit()
	})
	// out: after the panic: in a deferred call of Goexit
	run(func() {
		defer fmt.Println("the goroutine ends all the same")
		defer func() {
			defer func() { fmt.Println("recovered", recover()) }()
			panic("while leaving")
		}()
		runtime.Goexit()
	})
	// out: recovered while leaving
	// out: the goroutine ends all the same
	run(func() {
		defer func() { fmt.Println("second", recover()) }()
		defer runtime.Goexit() // replaces the panic
		panic("first")
	})
	// out: second <nil>
	run(func() {}) // out: returned
}
