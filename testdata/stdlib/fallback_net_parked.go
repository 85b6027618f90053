// hood: run   needs: goroot   knobs: gcstress=0
// A thousand connections whose goroutines wait to read keep a handful of threads: they are parked in the poller, in IO wait.
package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

const connections = 1000

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// threads is how many the process has.
func threads() (n int) {
	status, err := os.ReadFile("/proc/self/status")
	check(err)
	for _, line := range strings.Split(string(status), "\n") {
		fmt.Sscanf(line, "Threads: %d", &n)
	}
	return n
}

func main() {
	l, err := net.Listen("unix", fmt.Sprintf("@hood parked %d", os.Getpid()))
	check(err)
	var reading sync.WaitGroup
	var servers []net.Conn
	accepted := make(chan net.Conn)
	go func() {
		for i := 0; i < connections; i++ {
			c, err := l.Accept()
			check(err)
			accepted <- c
		}
		close(accepted)
	}()
	sum := make(chan int)
	for i := 0; i < connections; i++ {
		c, err := net.Dial("unix", l.Addr().String())
		check(err)
		servers = append(servers, <-accepted)
		reading.Add(1)
		go func() {
			b := make([]byte, 1)
			reading.Done()
			_, err := c.Read(b)
			check(err)
			c.Close()
			sum <- int(b[0])
		}()
	}
	reading.Wait()
	for parked := 0; parked < connections; time.Sleep(time.Millisecond) {
		stacks := make([]byte, 8<<20)
		parked = bytes.Count(stacks[:runtime.Stack(stacks, true)], []byte("[IO wait"))
	}
	fmt.Println("all wait; few threads:", threads() < 50)
	go func() {
		for i, c := range servers {
			_, err := c.Write([]byte{byte(i)})
			check(err)
			c.Close()
		}
	}()
	total := 0
	for i := 0; i < connections; i++ {
		total += <-sum
	}
	fmt.Println(total)
}
