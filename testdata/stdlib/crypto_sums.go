// hood: run
// Packages crypto/md5, sha1, sha256, sha512, hmac, subtle: sums of texts of many lengths, states saved and restored.
package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding"
	"fmt"
)

func main() {
	for n := 0; n < 300; n += 37 {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(i * 7)
		}
		fmt.Printf("%x\n%x\n%x\n%x\n%x\n%x\n%x\n%x\n", md5.Sum(b), sha1.Sum(b), sha256.Sum256(b), sha256.Sum224(b), sha512.Sum512(b), sha512.Sum384(b), sha512.Sum512_224(b), sha512.Sum512_256(b))
		h := hmac.New(sha256.New, b)
		h.Write([]byte("hello"))
		fmt.Printf("%x\n", h.Sum(nil))
	}
	h := crypto.SHA384.New()
	h.Write([]byte("abc"))
	m, _ := h.(encoding.BinaryMarshaler).MarshalBinary()
	fmt.Printf("%x\n", m)
	h2 := sha512.New384()
	fmt.Println(h2.(encoding.BinaryUnmarshaler).UnmarshalBinary(m))
	fmt.Printf("%x %x\n", h.Sum(nil), h2.Sum(nil))
	fmt.Println(crypto.SHA256, crypto.MD4.Available(), crypto.Hash(99), subtle.ConstantTimeLessOrEq(3, 4), subtle.ConstantTimeCompare([]byte("a"), []byte("a")))
}
