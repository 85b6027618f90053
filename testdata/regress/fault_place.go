// hood: run   exit: 2
// The report of a fault said that nobody knows where it was.
package main

import "unsafe"

//go:noinline
func follow(address uintptr) int {
	p := (*int)(*(*unsafe.Pointer)(unsafe.Pointer(&address)))
	return *p // err: unexpected fault address 0x12345670
	// err: fatal error: fault
	// err: [signal SIGSEGV: segmentation violation
	// err: main.follow(
	// err: fault_place.go:10
	// err: main.main()
}

func main() {
	println(follow(0x12345670))
}
