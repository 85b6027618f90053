// hood: run   knobs: sizeclasses=go   book: 3.1
// append writes into spare capacity when there is any and moves to a bigger array, grown as Go 1.18 does, when there is none.
package main

import "fmt"

type big struct{ a, b, c, d, e int64 }

func caps() (list []int) {
	var s []int
	last := -1
	for i := 0; i < 5000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			list = append(list, last)
		}
	}
	return list
}

func main() {
	fmt.Println(caps()) // out: [1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560 3408 5120]
	var bs []byte
	fmt.Println(cap(append(bs, 1)), cap(append(bs, "123456789"...)), cap(append(bs, make([]byte, 33)...))) // out: 8 16 48
	fmt.Println(cap(append([]big{}, big{}, big{}, big{})))                                                 // out: 3
	fmt.Println(cap(append([]string{"a"}, "b", "c")))                                                      // out: 3

	s := make([]int, 3, 5)
	t := append(s, 1)
	u := append(s, 2)                    // the same spare place: t sees it
	fmt.Println(s, t, u, &t[0] == &u[0]) // out: [0 0 0] [0 0 0 2] [0 0 0 2] true
	v := append(u, 3, 4)
	v[0] = 9
	fmt.Println(u, v, &u[0] == &v[0]) // out: [0 0 0 2] [9 0 0 2 3 4] false

	w := s[1:2:2]
	w = append(w, 77)                      // capacity is used up: s stays as it is
	fmt.Println(s, w, len(w), cap(w) >= 2) // out: [0 0 0] [0 77] 2 true

	var nilSlice []int
	fmt.Println(nilSlice == nil, len(nilSlice), append(nilSlice) == nil, append(nilSlice, []int{}...) == nil) // out: true 0 true true
	e := []int{}
	fmt.Println(e == nil, len(append(e, 5)), e[:0] == nil) // out: false 1 false

	self := []int{1, 2, 3}
	self = append(self, self...)
	self = append(self[:1], self[2:]...)
	fmt.Println(self)                    // out: [1 3 1 2 3]
	self = append(self[:2], self[1:]...) // overlapping ranges
	fmt.Println(self)                    // out: [1 3 3 1 2 3]

	fmt.Println(string(append([]byte("héllo "), "wörld"...))) // out: héllo wörld
	x := [][]int{{1}, {2, 3}}
	x = append(x, nil, []int{4})
	x[0] = append(x[0], 10)
	fmt.Println(x, len(x[2]))                            // out: [[1 10] [2 3] [] [4]] 0
	fmt.Println(append([]interface{}{1}, "a", nil, 2.5)) // out: [1 a <nil> 2.5]
}
