// hood: run   exit: 2   book: 3.1
// make refuses a negative or absurd length.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	n := -1
	try(func() { _ = make([]int, 0, 1<<62-n) }) // out: runtime error: makeslice: cap out of range
	try(func() { _ = make([]int64, 1<<61+n) })  // out: runtime error: makeslice: len out of range
	_ = make([]byte, n)
	// err: panic: runtime error: makeslice: len out of range
	// err: goroutine 1 [running]:
}
