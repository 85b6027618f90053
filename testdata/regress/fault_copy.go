// hood: run   exit: 2
// A fault in a function of hood's, called for the program: copy follows the address here.
package main

import "unsafe"

//go:noinline
func follow(address uintptr) int {
	p := (*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&address)))
	return copy(make([]byte, 100), unsafe.Slice(p, 100)) // err: unexpected fault address 0x123456
	// err: fatal error: fault
	// err: [signal SIGSEGV: segmentation violation
	// err: main.follow(
	// err: fault_copy.go:10
	// err: main.main()
}

func main() {
	println(follow(0x12345670))
}
