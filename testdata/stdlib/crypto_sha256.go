// hood: run   knobs: gcstress=1000
// Package crypto/sha256 with its standard vectors, and its relatives.
package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding"
	"fmt"
	"hash"
	"io"
	"strings"
)

func main() {
	for _, s := range []string{"", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", strings.Repeat("a", 100000)} {
		fmt.Printf("%x\n", sha256.Sum256([]byte(s)))
	}
	for _, h := range []hash.Hash{sha256.New(), sha256.New224(), sha1.New(), md5.New(), sha512.New(), sha512.New384()} {
		for i := 0; i < 100; i++ {
			fmt.Fprintf(h, "line %d\n", i)
		}
		fmt.Printf("%d %d %x\n", h.Size(), h.BlockSize(), h.Sum(nil))
	}
	mac := hmac.New(sha256.New, []byte("key"))
	io.WriteString(mac, "The quick brown fox jumps over the lazy dog")
	sum := mac.Sum(nil)
	fmt.Printf("%x %v\n", sum, hmac.Equal(sum, mac.Sum(nil)))
	// A hash's state can be saved and taken up again.
	first := sha256.New()
	io.WriteString(first, "half ")
	state, err := first.(encoding.BinaryMarshaler).MarshalBinary()
	second := sha256.New()
	err2 := second.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
	io.WriteString(second, "done")
	fmt.Printf("%v %v %v\n", err, err2, fmt.Sprintf("%x", second.Sum(nil)) == fmt.Sprintf("%x", sha256.Sum256([]byte("half done"))))
}
