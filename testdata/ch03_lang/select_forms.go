// hood: run   book: 3.7
// select takes a ready case, any of several with about equal chance, default when none is ready, and evaluates every operand once.
package main

import (
	"fmt"
	"time"
)

func get(name string, ch chan int) chan int { fmt.Print(name, " "); return ch }
func val(v int) int                         { fmt.Print("v", v, " "); return v }

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	select {
	case v := <-a:
		fmt.Println("a", v)
	default:
		fmt.Println("default") // out: default
	}
	b <- 7
	select {
	case v := <-a:
		fmt.Println("a", v)
	case v, ok := <-b:
		fmt.Println("b", v, ok) // out: b 7 true
	}
	select {
	case a <- 1:
		fmt.Println("sent", len(a)) // out: sent 1
	case <-b:
		fmt.Println("b")
	}
	// All channel operands and values to send are evaluated, in order, even those of cases not taken.
	select {
	case get("x", nil) <- val(1):
	case get("y", b) <- val(2):
	case <-get("z", nil):
	}
	fmt.Println(len(b)) // out: x v1 y v2 z 1

	var arr [3]int
	i := 0
	next := func() int { i++; return i }
	select {
	case arr[next()] = <-b: // the target is evaluated only when its case is taken
	case arr[next()+100] = <-(chan int)(nil):
	}
	fmt.Println(arr, i) // out: [0 2 0] 1

	close(b)
	v, ok := 5, true
	select {
	case v, ok = <-b:
	}
	fmt.Println(v, ok) // out: 0 false

	counts := [2]int{}
	c, d := make(chan int, 1), make(chan int, 1)
	for n := 0; n < 2000; n++ {
		c <- 1
		d <- 1
		select {
		case <-c:
			counts[0]++
			<-d
		case <-d:
			counts[1]++
			<-c
		}
	}
	fmt.Println(counts[0]+counts[1], counts[0] > 700, counts[1] > 700) // out: 2000 true true

	quit, ticks := make(chan bool), make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			ticks <- i
		}
		close(quit)
	}()
	sum := 0
loop:
	for {
		select {
		case t := <-ticks:
			if t == 1 {
				continue loop
			}
			sum += 10 + t
		case <-quit:
			break loop
		}
	}
	fmt.Println("sum", sum) // out: sum 22
	select {
	case <-make(chan int):
		fmt.Println("impossible")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout") // out: timeout
	}
	select {
	case <-quit:
		if sum > 0 {
			break // leaves the select
		}
		fmt.Println("not printed")
	}
	go func() { // a blocked select with send and receive meets another one
		select {
		case ticks <- 42:
		case <-make(chan int):
		}
	}()
	select {
	case v := <-ticks:
		fmt.Println("met", v) // out: met 42
	case ticks <- 1:
		fmt.Println("nobody receives")
	}
}
