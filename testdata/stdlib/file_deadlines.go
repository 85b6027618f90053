// hood: run   book: 6.4
// Pipes have deadlines: an operation that is not done in time fails with os.ErrDeadlineExceeded, also one that waits already.
// Files have none.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

const ms = time.Millisecond

func show(n int, err error) {
	var p *os.PathError
	timeout := errors.As(err, &p) && p.Timeout()
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err), timeout)
}

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	b := make([]byte, 10)
	start := time.Now()
	fmt.Println(r.SetReadDeadline(start.Add(10 * ms))) // out: <nil>
	show(r.Read(b))                                    // out: 0 read |0: i/o timeout true true true
	fmt.Println(time.Since(start) >= 10*ms)            // out: true
	w.Write([]byte("hello"))
	show(r.Read(b)) // out: 0 read |0: i/o timeout true true true
	r.SetDeadline(time.Time{})
	show(r.Read(b)) // out: 5 <nil> false false false

	// Set while somebody waits: earlier, later, never.
	done := make(chan error)
	read := func() {
		_, err := r.Read(b)
		done <- err
	}
	go read()
	time.Sleep(10 * ms)
	r.SetReadDeadline(time.Now().Add(-1))
	fmt.Println(<-done) // out: read |0: i/o timeout
	r.SetReadDeadline(time.Now().Add(time.Second))
	go read()
	r.SetReadDeadline(time.Now().Add(time.Hour))
	select {
	case err := <-done:
		fmt.Println("too early", err)
	case <-time.After(1200 * ms):
		r.SetReadDeadline(time.Now().Add(ms))
		fmt.Println(<-done) // out: read |0: i/o timeout
	}
	r.SetReadDeadline(time.Time{})
	go read()
	w.Write([]byte("x"))
	fmt.Println(<-done) // out: <nil>

	w.SetWriteDeadline(time.Now().Add(300 * ms))
	n, err := w.Write(make([]byte, 1<<20)) // more than a pipe holds
	fmt.Println(n > 0 && n < 1<<20, err)   // out: true write |1: i/o timeout
	r.SetReadDeadline(time.Now().Add(time.Hour))
	fmt.Println(r.Close(), w.Close())      // out: <nil> <nil>
	fmt.Println(r.SetDeadline(time.Now())) // out: use of closed file

	f, err := os.CreateTemp("", "deadline")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	err = f.SetDeadline(time.Now())
	fmt.Println(err, err == os.ErrNoDeadline)                             // out: file type does not support deadline true
	fmt.Printf("%T %v\n", os.ErrDeadlineExceeded, os.ErrDeadlineExceeded) // out: *poll.DeadlineExceededError i/o timeout
}
