// hood: run   book: 9.5
// A goroutine that reads from an empty pipe waits in the network poller: a hundred of them need no thread each. Closing
// the pipe under a reader ends the wait.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

func threads() int {
	data, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(data), "Threads:")
	n := 0
	fmt.Sscan(rest, &n)
	return n
}

func main() {
	const n = 100
	var writers []*os.File
	var wg sync.WaitGroup
	sum := make(chan int, n)
	for i := 0; i < n; i++ {
		r, w, err := os.Pipe()
		if err != nil {
			panic(err)
		}
		writers = append(writers, w)
		wg.Add(1)
		go func() {
			defer wg.Done()
			buf := make([]byte, 8)
			k, _ := r.Read(buf)
			sum <- k
			r.Close()
		}()
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println("few threads:", threads() < n/2, runtime.NumGoroutine()) // out: few threads: true 101
	for i, w := range writers {
		w.Write(make([]byte, i%4+1))
		w.Close()
	}
	wg.Wait()
	total := 0
	for i := 0; i < n; i++ {
		total += <-sum
	}
	fmt.Println("bytes:", total) // out: bytes: 250

	r, w, _ := os.Pipe()
	failed := make(chan error)
	go func() {
		_, err := r.Read(make([]byte, 1))
		failed <- err
	}()
	time.Sleep(5 * time.Millisecond)
	r.Close()
	fmt.Println(errors.Is(<-failed, os.ErrClosed)) // out: true
	_, err := w.Write([]byte("nobody reads"))
	fmt.Println(err) // out: write |1: broken pipe
	w.Close()

	// A full pipe makes the writer wait, too.
	r, w, _ = os.Pipe()
	go func() {
		w.Write(make([]byte, 1<<20))
		w.Close()
	}()
	size, buf := 0, make([]byte, 4096)
	for {
		k, err := r.Read(buf)
		size += k
		if err != nil {
			fmt.Println(size, err) // out: 1048576 EOF
			break
		}
	}
}
