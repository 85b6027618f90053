// hood: run   exit: 2   book: 3.5
// A panic that a goroutine does not recover ends the program; main cannot recover it.
package main

import "time"

type custom struct{ code int }

func (c *custom) Error() string { return "custom error" }

func worker(n int) {
	defer println("worker's deferred call") // err: worker's deferred call
	if n == 0 {
		panic(&custom{3})
	}
	worker(n - 1)
}

func main() {
	defer func() { recover() }()
	go worker(0)
	time.Sleep(10 * time.Second)
	// err: panic:
	// err: custom error
	// err: main.worker(
	// err: panic_in_goroutine.go:14
	// err: created by main.main
}
