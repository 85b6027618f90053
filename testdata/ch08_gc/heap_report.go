// hood: heap   knobs: sizeclasses=go   flags: --top 3   exit: 2   book: 8.8
// The heap of a program that ends by os.Exit in the middle of things: spans by class, live types with what keeps one of each, and
// the lines that allocate, those that made nothing that lives included.
package main

import (
	"fmt"
	"os"
)

type session struct {
	id   int
	data []byte
}

type server struct {
	sessions map[int]*session
}

var sink []byte

func main() {
	s := &server{sessions: map[int]*session{}}
	for i := 0; i < 1000; i++ {
		s.sessions[i] = &session{id: i, data: make([]byte, 200)}
		sink = make([]byte, 1000)
	}
	fmt.Println(len(s.sessions)) // out: 1000
	defer fmt.Println(s)
	os.Exit(2)
}

// err: heap at exit: 
// err: alive in 
// err: allocated since the start: 
// err: spans by class        spans     pages     slots     alive   bytes alive  occupancy
// err: 32 B
// err: 208 B
// err: 98%
// err: live types
// err: 203 KB      1000  [200]uint8
// err: kept by 
// err: main.server.sessions → runtime.hmap+16 → 284 buckets of map[int]*main.session[
// err: ].elems → main.session.data
// err:      1000  main.session
// err: by line
// err: heap_report.go:25 main.main
// err: 1024 B         1       1000 KB     1000  heap_report.go:26 main.main
