// hood: run   exit: 2   oracle: no
// The body of a loop over a func has a frame of its own in a trace: f-range1.
package main

import "fmt"

//go:noinline
func once(yield func(int) bool) {
	yield(1)
	fmt.Println("not reached")
}

//go:noinline
func work() {
	for x := range once {
		for y := range once {
			panic(fmt.Sprint("x", x, "y", y)) // err: panic: x1y1
		}
	}
}

func main() {
	work()
}

// err: main.work-range2(
// err: main.once(
// err: main.work-range1(
// err: main.once(
// err: main.work(
// err: main.main(
