// hood: vet   exit: 2
// A copied lock is another lock.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  int
}

type group struct {
	name  string
	inner [2]counter
}

type noLock struct{ p *sync.Mutex }

func (c counter) get() int { return c.n } // err: find_copylocks.go:22:9: get passes lock by value: main.counter contains sync.Mutex

func (c *counter) inc() { c.mu.Lock(); c.n++; c.mu.Unlock() }

func take(c counter, g *group) {} // err: find_copylocks.go:26:13: take passes lock by value: main.counter contains sync.Mutex

func give(c *counter) counter { return *c } // err: find_copylocks.go:28:40: return copies lock value: main.counter contains sync.Mutex

func fresh() counter { return counter{} }

func main() {
	var c counter
	d := c // err: find_copylocks.go:34:7: assignment copies lock value to d: main.counter contains sync.Mutex
	e := counter{}
	var f = c // err: find_copylocks.go:36:10: variable declaration copies lock value to f: main.counter contains sync.Mutex
	c = d // err: find_copylocks.go:37:6: assignment copies lock value to c: main.counter contains sync.Mutex
	take(c, nil) // err: find_copylocks.go:38:7: call of take copies lock value: main.counter contains sync.Mutex
	take(fresh(), nil)
	for _, x := range []counter{{}, {}} { // err: find_copylocks.go:40:9: range var x copies lock: main.counter contains sync.Mutex
		_ = x.n
	}
	for i := range []counter{{}, {}} {
		_ = i
	}
	g := group{"g", [2]counter{}}
	h := []counter{c} // err: find_copylocks.go:47:17: literal copies lock value from c: main.counter contains sync.Mutex
	k := noLock{&c.mu}
	l := k
	fmt.Println(len(h), d.n, e.n, f.n, g.inner[0].n, l.p)
	func(wg sync.WaitGroup) { wg.Wait() }(sync.WaitGroup{}) // err: find_copylocks.go:51:10: func passes lock by value: sync.WaitGroup contains sync.noCopy
	var once sync.Once
	fmt.Println(once) // err: find_copylocks.go:53:14: call of fmt.Println copies lock value: sync.Once contains sync.Mutex
}
