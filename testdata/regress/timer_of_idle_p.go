// hood: run   knobs: gomaxprocs=3   oracle: no
// The thread that waited in the poller came back with a goroutine to run: a timer of a P that was idle had nobody to watch it any
// more, and fired when some goroutine ended. (In Go 1.19 it still does.)
package main

import (
	"fmt"
	"io"
	"os/exec"
	"sync/atomic"
	"time"
)

const busy = 800 * time.Millisecond

// How late a sleeper is, while one goroutine computes, and another after it was woken by the poller.
func try(ask io.Writer, answer io.Reader) time.Duration {
	var stop atomic.Bool
	var spun [2]int
	ended := make(chan bool)
	go func() {
		for !stop.Load() {
			spun[0]++
		}
		ended <- true
	}()
	go func() {
		answer.Read(make([]byte, 16))
		for t := time.Now(); time.Since(t) < busy; {
			spun[1]++
		}
		stop.Store(true)
		ended <- true
	}()
	late := make(chan time.Duration)
	go func() {
		t := time.Now()
		time.Sleep(busy / 4)
		late <- time.Since(t) - busy/4
	}()
	fmt.Fprintln(ask, "x")
	d := <-late
	<-ended
	<-ended
	return d
}

func main() {
	cmd := exec.Command("sh", "-c", "while read x; do sleep 0.05; echo y; done")
	ask, _ := cmd.StdinPipe()
	answer, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		panic(err)
	}
	for i := 0; i < 3; i++ {
		fmt.Println(try(ask, answer) < busy/2)
	}
	ask.Close()
	cmd.Wait()
}

// out: true
// out: true
// out: true
