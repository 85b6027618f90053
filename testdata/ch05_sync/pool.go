// hood: run   knobs: gcstress=0   book: 4.4
// A Pool hands back what was put, makes new values when it is empty, and forgets after two collections.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

type buffer struct{ data []byte }

func main() {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.GOMAXPROCS(1)
	made := 0
	p := sync.Pool{New: func() interface{} { made++; return &buffer{make([]byte, 0, 64)} }}
	b := p.Get().(*buffer)
	b.data = append(b.data, "used"...)
	p.Put(b)
	c := p.Get().(*buffer)
	fmt.Println(c == b, string(c.data), made) // out: true used 1
	d := p.Get().(*buffer)
	fmt.Println(d != c, made) // out: true 2
	p.Put(c)
	p.Put(d)
	p.Put(nil) // ignored
	x, y := p.Get(), p.Get()
	fmt.Println(x != y, made) // out: true 2

	p.Put(x)
	runtime.GC()                    // moves to the victim cache
	fmt.Println(p.Get() == x, made) // out: true 2
	p.Put(x)
	runtime.GC()
	runtime.GC()
	p.Get()
	fmt.Println(made) // out: 3

	var none sync.Pool
	fmt.Println(none.Get()) // out: <nil>
	none.Put("s")
	fmt.Println(none.Get(), none.Get()) // out: s <nil>
	runtime.GOMAXPROCS(4)
	var wg sync.WaitGroup
	ints := sync.Pool{New: func() interface{} { return new(int) }}
	clash := false
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				n := ints.Get().(*int)
				if *n != 0 {
					clash = true
				}
				*n = 1
				runtime.Gosched()
				*n = 0
				ints.Put(n)
			}
		}()
	}
	wg.Wait()
	fmt.Println(clash) // out: false
}
