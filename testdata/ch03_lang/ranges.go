// hood: run   book: 3.1
// range evaluates its operand once; over slices the length is fixed at the start; assignments may go to any operand.
package main

import "fmt"

type rec struct{ k, v int }

func once(n *int) []int { *n++; return []int{1, 2, 3} }

func main() {
	calls := 0
	for range once(&calls) {
	}
	fmt.Println(calls) // out: 1
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 20 // a new array by now: the loop runs over the old one
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s) // out: 1 2 3 [1 20 3 4]
	for i := range s {
		if i == 0 {
			s[2] = 30
		}
	}
	n := 0
	for _, v := range s {
		s = s[:2]
		n += v
	}
	fmt.Println(n, s) // out: 55 [1 20]
	var r rec
	var arr [3]int
	for r.k, r.v = range []int{7, 8} {
		arr[r.k] = r.v
	}
	for arr[2] = range arr {
	}
	fmt.Println(r, arr) // out: {1 8} [7 8 2]
	m := map[string]int{"only": 1}
	var key string
	for key = range m {
	}
	for k, v := range m {
		fmt.Print(k, v, " ")
	}
	fmt.Println(key) // out: only1 only
	ch := make(chan rec, 2)
	ch <- rec{1, 2}
	ch <- rec{3, 4}
	close(ch)
	for r := range ch {
		fmt.Print(r.k+r.v, " ")
	}
	for range ch {
		fmt.Print("never")
	}
	fmt.Println("chan") // out: 3 7 chan
	for i, c := range "añb" {
		fmt.Print(i, string(c), " ")
	}
	var idx int
	var ru rune
	for idx, ru = range "xyz" {
	}
	fmt.Println(idx, ru) // out: 0a 1ñ 3b 2 122
	for i := range [5]int{} {
		if i == 3 {
			break
		}
		idx = i
	}
	for _, row := range [2][2]int{{1, 2}, {3, 4}} {
		for _, v := range row {
			idx = idx*10 + v
		}
	}
	fmt.Println(idx) // out: 21234
	var empty []string
	for i := range empty {
		fmt.Println("never", i)
	}
	for i, p := range []*rec{{1, 2}, {3, 4}} {
		p.v += i
		fmt.Print(*p, " ")
	}
	fmt.Println("pointers") // out: {1 2} {3 5} pointers
	func() {
		for i := range []int{1, 2, 3} {
			defer func(k int) { fmt.Print(k, " ") }(i)
		}
	}()
	fmt.Println("deferred") // out: 2 1 0 deferred
}
