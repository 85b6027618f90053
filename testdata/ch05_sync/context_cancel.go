// hood: run   book: 3.9
// Cancelling a context closes Done for it and all below it; deadlines do so on time; values are found upwards.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

func worker(ctx context.Context, out chan<- string, name string) {
	<-ctx.Done()
	out <- name + ": " + ctx.Err().Error()
}

func main() {
	root := context.Background()
	fmt.Println(root, context.TODO(), root.Err(), root.Done() == nil) // out: context.Background context.TODO <nil> true
	ctx, cancel := context.WithCancel(context.WithValue(root, key("user"), "gopher"))
	child, cancelChild := context.WithCancel(ctx)
	defer cancelChild()
	val := context.WithValue(child, key("id"), 7)
	fmt.Println(val.Value(key("user")), val.Value(key("id")), ctx.Value(key("id")), val.Value("user")) // out: gopher 7 <nil> <nil>
	fmt.Println(ctx.Err(), child.Err())                                                                // out: <nil> <nil>

	out := make(chan string)
	go worker(val, out, "worker")
	cancel()
	fmt.Println(<-out)                  // out: worker: context canceled
	fmt.Println(ctx.Err(), child.Err()) // out: context canceled context canceled
	cancel()                            // again: nothing

	side, cancelSide := context.WithCancel(root)
	sub, cancelSub := context.WithCancel(side)
	cancelSub()
	fmt.Println(sub.Err(), side.Err()) // out: context canceled <nil>
	cancelSide()

	begin := time.Now()
	timed, stop := context.WithTimeout(root, 10*time.Millisecond)
	defer stop()
	select {
	case <-timed.Done():
		fmt.Println(timed.Err(), errors.Is(timed.Err(), context.DeadlineExceeded), time.Since(begin) >= 10*time.Millisecond) // out: context deadline exceeded true true
	case <-time.After(5 * time.Second):
		fmt.Println("too late")
	}
	far, stopFar := context.WithDeadline(timed, time.Now().Add(time.Hour))
	defer stopFar()
	d1, ok1 := timed.Deadline()
	d2, ok2 := far.Deadline()
	_, ok3 := root.Deadline()
	fmt.Println(far.Err(), d1.Equal(d2), ok1, ok2, ok3) // out: context deadline exceeded true true true false
	past, stopPast := context.WithDeadline(root, time.Now().Add(-time.Second))
	fmt.Println(past.Err()) // out: context deadline exceeded
	stopPast()
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(past.Err(), &te) && te.Timeout()) // out: true
	func() {
		defer func() { fmt.Println(recover()) }() // out: cannot create context from nil parent
		context.WithCancel(nil)
	}()
}
