// hood: run   oracle: no
// A defer statement in the body of a loop over a func defers for the function around the loop, as recover belongs to it.
package main

import "fmt"

func count(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator done")
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func order() {
	defer fmt.Println("first")
	for i := range count(2) {
		defer fmt.Println("body", i)
		for j := range count(2) {
			defer func() { fmt.Println("inner", i, j) }()
		}
	}
	defer fmt.Println("between")
	for range count(1) {
		defer fmt.Println("second loop")
	}
	for range count(0) {
		defer fmt.Println("never")
	}
	fmt.Println("end")
}

func result() (s string) {
	for i := range count(3) {
		defer func() { s += fmt.Sprint(" ", i) }()
		if i == 1 {
			return "returned"
		}
	}
	return "end"
}

func recovers() (s string) {
	for range count(3) {
		defer func() {
			if r := recover(); r != nil {
				s = fmt.Sprint("recovered ", r)
			}
		}()
		panic("in the body")
	}
	return "not reached"
}

func unnamed() (int, string) {
	for range count(1) {
		defer func() { recover() }()
		for range count(1) {
			panic(1)
		}
	}
	return 1, "not reached"
}

func panicInDeferred() {
	defer func() { fmt.Println("last", recover()) }()
	for i := range count(3) {
		defer func() { fmt.Println("deferred", i); panic(i) }()
	}
}

// The body is part of the deferred function, so recover in it counts.
func recoverInBody() {
	defer func() {
		for range count(2) {
			fmt.Println("in body:", recover())
		}
	}()
	panic("outer")
}

// But not in a function that the deferred one calls.
func notDeferred() {
	for range count(1) {
		fmt.Println("too deep:", recover())
	}
}

func calls() {
	defer func() { fmt.Println("still", recover()) }()
	defer func() { notDeferred() }()
	panic("kept")
}

func loops() {
	for k := range 2 {
		for i := range count(2) {
			defer fmt.Println("loops", k, i)
		}
	}
}

func nilDeferred() {
	defer func() { fmt.Println(recover()) }()
	for range count(1) {
		var f func()
		defer f()
		fmt.Println("deferring nil is fine")
	}
}

func main() {
	order()
	fmt.Println(result())
	fmt.Println(recovers())
	fmt.Println(unnamed())
	panicInDeferred()
	recoverInBody()
	calls()
	loops()
	nilDeferred()
}
