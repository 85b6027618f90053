// hood: run   oracle: no
// sync.OnceFunc, OnceValue, OnceValues, and atomic.Pointer.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct{ name string }

func main() {
	n := 0
	f := sync.OnceFunc(func() { n++ })
	f()
	f()
	v := sync.OnceValue(func() string { n++; return fmt.Sprint("v", n) })
	vs := sync.OnceValues(func() (int, error) { n++; return n, nil })
	fmt.Println(n, v(), v())
	fmt.Println(vs())
	fmt.Println(vs())
	bad := sync.OnceValue(func() int { n++; panic("once") })
	for i := 0; i < 2; i++ {
		func() {
			defer func() { fmt.Println("recovered", recover(), n) }()
			bad()
		}()
	}
	var wg sync.WaitGroup
	var sum atomic.Int64
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); x, _ := vs(); sum.Add(int64(x)) }()
	}
	wg.Wait()
	fmt.Println(sum.Load())

	var p atomic.Pointer[config]
	fmt.Println(p.Load() == nil)
	a, b := &config{"a"}, &config{"b"}
	p.Store(a)
	fmt.Println(p.Load().name, p.CompareAndSwap(b, a), p.CompareAndSwap(a, b), p.Load().name, p.Swap(nil).name, p.Load() == nil)
}
