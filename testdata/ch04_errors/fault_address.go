// hood: run   exit: 2   book: 7.3
// An address that nobody may read: no panic that could be recovered, but not a silent death either.
// err: unexpected fault address 0x5500dead0000
// err: fatal error: fault
// err: [signal SIGSEGV: segmentation violation code=0x1 addr=0x5500dead0000 pc=0x
// err: goroutine 1 [running]:
package main

import (
	"fmt"
	"unsafe"
)

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println("before") // out: before
	p := (*int)(unsafe.Pointer(uintptr(0x5500dead0000)))
	fmt.Println(*p)
}
