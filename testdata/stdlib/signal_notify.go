// hood: run
// Package os/signal: Notify, Stop, Ignore, NotifyContext, signals that the process sends itself.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func send(sig syscall.Signal) { syscall.Kill(os.Getpid(), sig) }

func main() {
	c := make(chan os.Signal, 4)
	signal.Notify(c, syscall.SIGUSR1, os.Interrupt)
	send(syscall.SIGUSR1)
	fmt.Println(<-c)
	send(syscall.SIGINT)
	fmt.Println(<-c)

	signal.Ignore(syscall.SIGUSR1)
	send(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGINT))

	d := make(chan os.Signal, 1)
	signal.Notify(d, syscall.SIGUSR2)
	signal.Notify(c, syscall.SIGUSR2)
	send(syscall.SIGUSR2)
	fmt.Println(<-c, <-d)
	signal.Stop(d)
	send(syscall.SIGUSR2)
	fmt.Println(<-c)
	select {
	case s := <-d:
		fmt.Println("late:", s)
	case <-time.After(20 * time.Millisecond):
		fmt.Println("none")
	}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	fmt.Println(ctx)
	send(syscall.SIGTERM)
	<-ctx.Done()
	fmt.Println(ctx.Err())
}
