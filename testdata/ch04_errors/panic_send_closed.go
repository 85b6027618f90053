// hood: run   exit: 2   book: 3.6
// Sending on a closed channel panics, from select too; in a goroutine of its own it ends the whole program.
package main

import "fmt"

func main() {
	ch, wait := make(chan int), make(chan bool)
	close(ch)
	func() {
		defer func() { fmt.Println(recover()) }() // out: send on closed channel
		select {
		case ch <- 1:
		default:
		}
	}()
	go func() {
		ch <- 1
		wait <- true
	}()
	<-wait
	// err: panic: send on closed channel
	// err: [running]:
	// err: main.main.func2()
	// err: created by main.main
}
