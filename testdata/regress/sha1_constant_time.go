// hood: run
// Package crypto/tls asks a SHA-1 for ConstantTimeSum, of which no documentation tells: without it its old cipher suites panicked.
package main

import (
	"bytes"
	"crypto/sha1"
	"fmt"
)

func main() {
	bad := 0
	msg := make([]byte, 300)
	for i := range msg {
		msg[i] = byte(i * 7)
	}
	for n := 0; n <= 300; n++ {
		h := sha1.New()
		h.Write(msg[:n/2])
		h.Write(msg[n/2 : n])
		ct := h.(interface{ ConstantTimeSum([]byte) []byte }).ConstantTimeSum([]byte("x"))
		if !bytes.Equal(ct, h.Sum([]byte("x"))) {
			bad++
		}
	}
	fmt.Println(bad)
}

// out: 0
