// hood: run   book: 7.2
// A deferred call that no panic can come before is a call like others where the function returns. Those that one can come
// before run in any case.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

type counter struct {
	mu  sync.Mutex
	n   int
	log [8]int
}

// Nothing fails between the two: c is not nil, the index is in range.
func (c *counter) add(k int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n += k
	c.log[c.n&7]++
}

// Here the index may be out of range,
func (c *counter) at(i int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.log[i]
}

// and here the other pointer nil.
func (c *counter) copyTo(d *counter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	d.n = c.n
}

func (c *counter) isFree() bool {
	ok := c.mu.TryLock()
	if ok {
		c.mu.Unlock()
	}
	return ok
}

// The results are those after the deferred calls.
func twice(p *int) (n int) {
	*p = 1
	defer func() { n *= 2 }()
	n = *p + 20
	return
}

// Whether it is due is only known then.
func sometimes(p *int, yes bool) int {
	n := *p
	if yes {
		defer func() { *p += 5 }()
	}
	return n + *p
}

// The last one first, and the first also if the last panics.
func order(out *[]string, fails bool) {
	*out = nil
	defer func() { *out = append(*out, "first") }()
	defer func() {
		*out = append(*out, "last")
		if fails {
			panic("last")
		}
	}()
}

// In a loop with jumps out of it.
func loop(p *int) int {
	*p = 0
	defer func() { *p = -*p }()
	for i := 0; ; i++ {
		*p += i
		if *p > 50 {
			return i
		}
	}
}

func where(out *string) {
	*out = ""
	defer func() {
		_, file, line, _ := runtime.Caller(1)
		*out = fmt.Sprint(file[strings.LastIndexByte(file, '/')+1:], " ", line)
	}()
} // the call is here

func caught(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	c := &counter{}
	for i := 0; i < 100; i++ {
		c.add(i)
	}
	fmt.Println(c.n, c.log, c.isFree()) // out: 4950 [13 13 12 13 12 12 13 12] true
	fmt.Println(c.at(3))                // out: 13
	caught(func() { c.at(c.n) })        // out: recovered: runtime error: index out of range [4950] with length 8
	fmt.Println(c.isFree())             // out: true
	caught(func() { c.copyTo(nil) })    // out: recovered: runtime error: invalid memory address or nil pointer dereference
	fmt.Println(c.isFree())             // out: true
	var none *counter
	caught(func() { none.add(1) }) // out: recovered: runtime error: invalid memory address or nil pointer dereference
	x := 0
	fmt.Println(twice(&x), x)                                  // out: 42 1
	fmt.Println(sometimes(&x, false), x)                       // out: 2 1
	fmt.Println(sometimes(&x, true), x)                        // out: 2 6
	fmt.Println(loop(&x), x)                                   // out: 10 -55
	caught(func() { fmt.Println("in", twice(nil)) })           // out: recovered: runtime error: invalid memory address or nil pointer dereference
	caught(func() { fmt.Println("in", sometimes(nil, true)) }) // out: recovered: runtime error: invalid memory address or nil pointer dereference
	var out []string
	order(&out, false)
	fmt.Println(out)                     // out: [last first]
	caught(func() { order(&out, true) }) // out: recovered: last
	fmt.Println(out)                     // out: [last first]
	var at string
	where(&at)
	fmt.Println(at) // out: plain_defers.go 96
}
