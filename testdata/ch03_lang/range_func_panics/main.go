// hood: run   oracle: no
// What an iterator may not do: call the body after it returned false, after the loop, after it panicked; swallow its panic.
package main

import (
	"fmt"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isError := r.(runtime.Error)
		fmt.Printf("%s: %v (%v)\n", name, r, isError)
	}()
	f()
}

func ignoresFalse(yield func() bool) { yield(); yield() }

func swallows(yield func() bool) {
	defer func() { fmt.Println("swallowed", recover()) }()
	yield()
}

func goesOn(yield func() bool) {
	func() {
		defer func() { recover() }()
		yield()
	}()
	yield()
}

func replaces(yield func() bool) {
	defer func() { panic(fmt.Sprint("instead of ", recover())) }()
	yield()
}

func main() {
	try("after false", func() {
		for range ignoresFalse {
			break
		}
	})
	try("after return", func() {
		for range ignoresFalse {
			return
		}
	})
	var saved func(int) bool
	try("after the loop", func() {
		for range func(yield func(int) bool) { saved = yield; yield(1) } {
		}
		saved(2)
	})
	try("outside of the function", func() { saved(3) })
	try("body panics", func() {
		for range ignoresFalse {
			panic("b")
		}
	})
	try("swallows", func() {
		for range swallows {
			panic("b")
		}
	})
	try("goes on", func() {
		for range goesOn {
			panic("b")
		}
	})
	try("replaces", func() {
		for range replaces {
			panic("b")
		}
	})
	try("inside itself", func() {
		for range func(yield func() bool) { saved = func(int) bool { return yield() }; yield() } {
			saved(1)
		}
	})
	try("outer body from the inner loop", func() {
		var outer func() bool
		for range func(yield func() bool) { outer = yield; yield() } {
			for range ignoresFalse {
				outer()
			}
		}
	})
	try("outer body after the inner loop left both", func() {
		var outer func() bool
	both:
		for range func(yield func() bool) { outer = yield; yield() } {
			for range func(yield func() bool) { yield(); outer() } {
				break both
			}
		}
	})
	try("iterator panics", func() {
		for range func(yield func() bool) { yield(); panic("iterator") } {
		}
	})
	try("nil func", func() {
		var f func(func() bool)
		for range f {
		}
	})
	try("another goroutine", func() {
		sum := 0
		for x := range func(yield func(int) bool) {
			done := make(chan bool)
			for i := range 3 {
				go func() { done <- yield(i) }()
				<-done
			}
		} {
			defer fmt.Println("deferred for", x)
			sum += x
		}
		fmt.Println("sum", sum)
	})
	try("Goexit in the body", func() {
		done := make(chan bool)
		go func() {
			defer close(done)
			for range ignoresFalse {
				defer fmt.Println("runs")
				runtime.Goexit()
			}
		}()
		<-done
	})
}
