// hood: run
// An array of less than eight bytes that was filled through a slice of it came back as zeros: registers are shared so well that
// "load the array's bytes into its register" had the same place for both, and the load cleared the register's last slot before
// it copied. net/netip printed 0.0.0.0 for every IPv4 address.
package main

import "fmt"

func put(b []byte, v uint32) {
	_ = b[3]
	b[0] = byte(v >> 24)
	b[1] = byte(v >> 16)
	b[2] = byte(v >> 8)
	b[3] = byte(v)
}

func as4(v uint32) (a [4]byte) {
	if v > 1 {
		put(a[:], v)
		return a
	}
	panic("small")
}

func as11(v uint32) (a [11]byte) {
	put(a[:], v)
	put(a[4:], v+1)
	a[10] = 10
	return a
}

type pair struct {
	x [3]byte
	y [2]uint16
}

func fill(p *[2]uint16) { p[0], p[1] = 7, 8 }

func both(v uint32) (p pair) {
	var b [4]byte
	put(b[:], v)
	copy(p.x[:], b[:])
	fill(&p.y)
	return p
}

func main() {
	fmt.Println(as4(0x05060708), as11(0x0A0B0C0D), both(0x01020304))
}
