// hood: run   oracle: no
// `break outer` from the body of an inner range over a func left the outer loop open until the inner iterator had returned:
// when that one called the outer body meanwhile, it was told that the body had panicked. The loop has ended by then.

//go:build go1.23

package main

import "fmt"

var body func(int) bool

func outer(yield func(int) bool) {
	body = yield
	yield(10)
}

func inner(yield func(int) bool) {
	yield(1)
	defer func() { fmt.Println("  ", recover()) }()
	body(20)
}

func main() {
	fmt.Println("break outer")
outer:
	for x := range outer {
		for y := range inner {
			fmt.Println(x, y)
			break outer
		}
	}
	fmt.Println("continue outer")
again:
	for x := range outer {
		for y := range inner {
			fmt.Println(x, y)
			continue again
		}
	}
	fmt.Println("break")
	for x := range outer {
		for y := range inner {
			fmt.Println(x, y)
			break
		}
	}
	func() {
		fmt.Println("return")
		for x := range outer {
			for y := range inner {
				fmt.Println(x, y)
				return
			}
		}
	}()
}
