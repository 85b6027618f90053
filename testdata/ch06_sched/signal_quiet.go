// hood: run   book: 6.6
// Signals that have no meaning of their own do nothing until the program asks for them, and again when it does not want them any
// more. That nobody reads what is written is an error of the write, unless it is standard output's.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	c := make(chan os.Signal, 1)
	for _, sig := range []syscall.Signal{syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM, syscall.SIGPIPE} {
		syscall.Kill(os.Getpid(), sig)
		time.Sleep(5 * time.Millisecond)
		signal.Notify(c, sig)
		syscall.Kill(os.Getpid(), sig)
		fmt.Println(<-c)
		signal.Stop(c)
		syscall.Kill(os.Getpid(), sig)
	}
	// out: user defined signal 1
	// out: user defined signal 2
	// out: alarm clock
	// out: broken pipe
	r, w, _ := os.Pipe()
	r.Close()
	_, err := w.Write([]byte("anybody?"))
	fmt.Println(errors.Is(err, syscall.EPIPE)) // out: true

	// Whoever asks for SIGPIPE hears of it, and goes on.
	signal.Notify(c, syscall.SIGPIPE)
	stdout, _ := syscall.Dup(1)
	syscall.Dup2(int(w.Fd()), 1)
	_, err = os.Stdout.Write([]byte("anybody?"))
	syscall.Dup2(stdout, 1)
	fmt.Println(errors.Is(err, syscall.EPIPE), <-c) // out: true broken pipe
}
