// hood: run   book: 3.6
// Channels: buffered ones fill and drain in order, a closed one yields what is left and then zeros, a nil one never proceeds.
package main

import "fmt"

func produce(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 0; i < n; i++ {
			ch <- i
		}
	}()
	return ch
}

func square(in <-chan int, out chan<- int) {
	for v := range in {
		out <- v * v
	}
	close(out)
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

type request struct {
	n     int
	reply chan string
}

func main() {
	buf := make(chan string, 3)
	buf <- "a"
	buf <- "b"
	fmt.Println(len(buf), cap(buf), <-buf, len(buf)) // out: 2 3 a 1
	buf <- "c"
	close(buf)
	for s := range buf {
		fmt.Print(s, " ")
	}
	v, ok := <-buf
	fmt.Printf("%q %v %d\n", v, ok, len(buf)) // out: b c "" false 0

	sum := 0
	for v := range produce(100) {
		sum += v
	}
	fmt.Println(sum) // out: 4950
	out := make(chan int, 2)
	go square(produce(5), out)
	for v := range out {
		fmt.Print(v, " ")
	}
	fmt.Println("squares") // out: 0 1 4 9 16 squares

	server := make(chan request)
	go func() {
		for r := range server {
			r.reply <- fmt.Sprint("reply ", r.n)
		}
	}()
	for i := 0; i < 2; i++ {
		r := request{i, make(chan string)}
		server <- r
		fmt.Println(<-r.reply)
	}
	close(server)
	// out: reply 0
	// out: reply 1
	done := make(chan struct{})
	data := make(chan [3]int)
	go func() { data <- [3]int{1, 2, 3}; close(done) }()
	arr := <-data
	<-done
	_, ok = <-done
	fmt.Println(arr, ok) // out: [1 2 3] false

	var none chan int
	select {
	case <-none:
		fmt.Println("impossible")
	case none <- 1:
		fmt.Println("impossible")
	default:
		fmt.Println("a nil channel never proceeds", len(none), cap(none)) // out: a nil channel never proceeds 0 0
	}
	closed := make(chan int)
	close(closed)
	try(func() { closed <- 1 })   // out: send on closed channel
	try(func() { close(closed) }) // out: close of closed channel
	try(func() { close(none) })   // out: close of nil channel
	a, b := make(chan int), make(chan int)
	c := a
	fmt.Println(a == b, a == c, (<-chan int)(a) == c) // out: false true true

	chans := make(chan chan int, 1)
	chans <- make(chan int, 1)
	inner := <-chans
	inner <- 5
	fmt.Println(<-inner) // out: 5
	// A sender waiting on a closed channel panics.
	blocked, told := make(chan int), make(chan interface{})
	started := make(chan bool)
	go func() {
		defer func() { told <- recover() }()
		started <- true
		blocked <- 1
	}()
	<-started
	close(blocked)
	fmt.Println(<-told) // out: send on closed channel
}
