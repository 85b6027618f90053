package busy

import (
	"sync"
	"testing"
	"time"
)

var sink []byte

func spin(d time.Duration) (n int) {
	for end := time.Now().Add(d); time.Now().Before(end); n++ {
		for i := 0; i < 1000; i++ {
			n ^= i
		}
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
