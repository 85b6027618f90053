// hood: run   exit: 2   book: 3.5
// Following a nil pointer is a run-time error that also reports the signal.
package main

type node struct {
	next *node
	v    int
}

func last(n *node) int {
	for n.next != n {
		n = n.next
	}
	return n.v
}

func main() {
	println(last(&node{&node{}, 1}))
	// err: panic: runtime error: invalid memory address or nil pointer dereference
	// err: [signal SIGSEGV: segmentation violation
	// err: goroutine 1 [running]:
	// err: panic_nil_deref.go:11
}
