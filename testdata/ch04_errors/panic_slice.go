// hood: run   exit: 2   book: 3.1
// Slice bounds out of range name the bound that failed; the inlined and the conversion forms too.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s, i, j := make([]int, 3, 8), -1, 9
	try(func() { _ = s[i:] })        // out: runtime error: slice bounds out of range [-1:]
	try(func() { _ = s[:i] })        // out: runtime error: slice bounds out of range [:-1]
	try(func() { _ = s[5 : 4+j-9] }) // out: runtime error: slice bounds out of range [5:4]
	try(func() { _ = s[int8(i)] })   // out: runtime error: index out of range [-1]
	_ = s[:j]
	// err: panic: runtime error: slice bounds out of range [:9] with capacity 8
}
