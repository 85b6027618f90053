package busy

import (
	"sync"
	"syscall"
	"testing"
	"time"
)

var sink []byte

// spin needs so much CPU time.
func spin(d time.Duration) (n int) {
	var begin, now syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &begin)
	for now = begin; time.Duration(now.Utime.Nano()-begin.Utime.Nano()) < d; n++ {
		for i := 0; i < 100000; i++ {
			n ^= i
		}
		syscall.Getrusage(syscall.RUSAGE_SELF, &now)
	}
	return n
}

func allocate(n int) {
	for i := 0; i < n; i++ {
		sink = make([]byte, 1000)
	}
}

func contend() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Add(1)
	soon := make(chan bool)
	go func() {
		defer wg.Done()
		soon <- true
		mu.Lock()
		mu.Unlock()
	}()
	<-soon
	time.Sleep(50 * time.Millisecond)
	mu.Unlock()
	wg.Wait()
}

func TestBusy(t *testing.T) {
	spin(300 * time.Millisecond)
	allocate(2000)
	contend()
	c := make(chan int)
	go func() {
		time.Sleep(5 * time.Millisecond)
		c <- 1
	}()
	<-c
}
