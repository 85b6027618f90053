// hood: run   oracle: no
// Range over func: the loop's body is what the iterator calls. All forms of iteration variables, and what they bind to.
package main

import "fmt"

type Seq func(yield func(int) bool)

func count(n int) Seq {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func enumerate(words ...string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, w := range words {
			if !yield(i, w) {
				return
			}
		}
	}
}

func thrice(yield func() bool) { _ = yield() && yield() && yield() }

type tree struct {
	left, right *tree
	value       int
}

// All walks the tree in order: a recursive iterator.
func (t *tree) All(yield func(int) bool) bool {
	return t == nil || t.left.All(yield) && yield(t.value) && t.right.All(yield)
}

func (t *tree) Values(yield func(int) bool) { t.All(yield) }

type flag bool

func flagged(yield func(string) flag) { _ = yield("a") && yield("b") }

func main() {
	n := 0
	for range thrice {
		n++
	}
	for range count(2) {
		n++
	}
	fmt.Println(n)

	for i := range count(2) {
		fmt.Println("i", i)
	}
	for i, w := range enumerate("x", "y") {
		fmt.Println(i, w)
	}
	for i := range enumerate("x", "y") {
		fmt.Println("only", i)
	}
	for _, w := range enumerate("p", "q") {
		fmt.Println("word", w)
	}
	for s := range flagged {
		fmt.Println("flagged", s)
	}

	t := &tree{&tree{nil, &tree{nil, nil, 2}, 1}, &tree{nil, nil, 4}, 3}
	for v := range t.Values {
		if v == 4 {
			break
		}
		fmt.Println("tree", v)
	}

	// Assignment forms: operands on the left are evaluated before either is assigned.
	var i int
	var any1 any
	for any1 = range count(3) {
	}
	fmt.Println(any1)
	var words [3]any
	for i, words[i] = range enumerate("a", "b", "c") {
	}
	fmt.Println(i, words)
	m := map[string]int{}
	var p struct{ last string }
	for m["i"], p.last = range enumerate("a", "b") {
	}
	fmt.Println(m, p)

	// Each iteration has its own variables.
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Println(f(), f())
	}

	// The body shares the function's variables, and the loop its value of x.
	sum := 0
	x := count(4)
	for v := range x {
		x = count(0)
		func() { sum += v }()
	}
	fmt.Println(sum)

	// Loops in bodies of loops, and in function literals in them.
	for i := range count(2) {
		for j := range count(2) {
			func() {
				for k := range count(2) {
					fmt.Print(i, j, k, " ")
				}
			}()
		}
	}
	fmt.Println()

	// Nothing is special about where the function comes from.
	for v := range func(yield func(int) bool) { yield(7) } {
		fmt.Println(v)
	}
	for range map[string]func(func() bool){"k": thrice}["k"] {
		fmt.Println("again")
		break
	}
}
