// hood: run   book: 3.1
// Calls, receives and logical operators happen left to right; operands of an assignment are evaluated before any of it takes place.
package main

import "fmt"

var log []string

func f(s string, v int) int     { log = append(log, s); return v }
func b(s string, v bool) bool   { log = append(log, s); return v }
func sl(s string) []int         { log = append(log, s); return make([]int, 5) }
func mp(s string) map[int]int   { log = append(log, s); return map[int]int{} }
func ptr(s string, p *int) *int { log = append(log, s); return p }
func fn(s string) func(...int) int {
	log = append(log, s)
	return func(xs ...int) int { log = append(log, s+"()"); return len(xs) }
}
func flush() {
	fmt.Println(log)
	log = nil
}

type T struct{ a, b int }

func (t T) m(s string, args ...int) T { log = append(log, s); return t }

func main() {
	_ = f("a", 1) + f("b", 2)*f("c", 3)
	flush() // out: [a b c]
	_ = b("x", false) && b("y", true) || b("z", true) && !b("w", false)
	flush() // out: [x z w]
	sl("left")[f("index", 1)] = f("right", 2)
	flush() // out: [left index right]
	mp("map")[f("key", 1)] += f("value", 2)
	flush() // out: [map key value]
	fn("fun")(f("arg1", 1), f("arg2", 2), fn("inner")())
	flush() // out: [fun arg1 arg2 inner inner() fun()]
	_ = T{b: f("second", 1), a: f("first", 2)}
	flush() // out: [second first]
	_ = []int{2: f("two", 1), 0: f("zero", 2)}
	flush() // out: [two zero]
	_ = map[int]int{f("k1", 1): f("v1", 1), f("k2", 2): f("v2", 2)}
	flush() // out: [k1 v1 k2 v2]
	T{}.m("one", f("a1", 1)).m("two", f("a2", 1))
	flush() // out: [a1 one a2 two]
	x, y := 1, 2
	*ptr("px", &x), *ptr("py", &y) = f("vx", 10), f("vy", 20)
	flush()           // out: [px py vx vy]
	fmt.Println(x, y) // out: 10 20

	i := 0
	arr := [3]int{10, 20, 30}
	i, arr[i] = 2, 99   // arr[0]: the index is evaluated first
	fmt.Println(i, arr) // out: 2 [99 20 30]
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr) // out: [30 99 20]
	s := []int{1, 2, 3}
	s, s[0] = nil, 42     // the old array
	fmt.Println(s == nil) // out: true
	p := &T{1, 2}
	q := p
	p, p.a = &T{5, 6}, 7
	fmt.Println(*p, *q) // out: {5 6} {7 2}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	fmt.Println(<-ch*100+<-ch*10+<-ch, len(ch)) // out: 123 0
	defer flush()
	// out: [deferred now right side before the nil pointer fails indexed out of range evaluated all the same deferred()]
	defer fn("deferred")(f("now", 1))
	func() {
		defer func() { recover() }()
		var np *T
		np.a = f("right side before the nil pointer fails", 1)
	}()
	func() {
		defer func() { recover() }()
		sl("indexed")[f("out of range", 9)] = f("evaluated all the same", 1)
	}()
}
