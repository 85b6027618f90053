// hood: run
// Checksums and hashes: known values, writing in pieces, saving the state in between.
package main

import (
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"io"
	"strings"
)

func main() {
	text := strings.Repeat("The quick brown fox jumps over the lazy dog. ", 300)
	for _, h := range []struct {
		name string
		h    hash.Hash
	}{
		{"adler32", adler32.New()}, {"crc32", crc32.NewIEEE()}, {"castagnoli", crc32.New(crc32.MakeTable(crc32.Castagnoli))},
		{"koopman", crc32.New(crc32.MakeTable(crc32.Koopman))}, {"crc64 iso", crc64.New(crc64.MakeTable(crc64.ISO))},
		{"crc64 ecma", crc64.New(crc64.MakeTable(crc64.ECMA))}, {"fnv32", fnv.New32()}, {"fnv32a", fnv.New32a()},
		{"fnv64", fnv.New64()}, {"fnv64a", fnv.New64a()}, {"fnv128", fnv.New128()}, {"fnv128a", fnv.New128a()},
	} {
		fmt.Printf("%-10s %x ", h.name, h.h.Sum(nil))
		io.WriteString(h.h, text[:1001])
		state, err := h.h.(encoding.BinaryMarshaler).MarshalBinary()
		io.WriteString(h.h, text[1001:])
		sum := h.h.Sum([]byte{0xaa})
		h.h.Reset()
		fmt.Printf("%x %v %d %d %v", sum, err, h.h.Size(), h.h.BlockSize(), h.h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
		io.WriteString(h.h, text[1001:])
		fmt.Println(string(h.h.Sum([]byte{0xaa})) == string(sum), h.h.(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("xxx")))
	}
	fmt.Println(crc32.ChecksumIEEE([]byte("123456789")) == 0xcbf43926, adler32.Checksum([]byte("Wikipedia")) == 0x11e60398)

	var a, b maphash.Hash
	b.SetSeed(a.Seed())
	a.WriteString(text)
	for i := 0; i < len(text); i += 7 {
		end := i + 7
		if end > len(text) {
			end = len(text)
		}
		b.Write([]byte(text[i:end]))
	}
	fmt.Println(a.Sum64() == b.Sum64(), a.Sum64() == maphash.String(a.Seed(), text), a.Sum64() == maphash.Bytes(a.Seed(), []byte(text)))
	b.SetSeed(maphash.MakeSeed())
	b.WriteString(text)
	fmt.Println(a.Sum64() == b.Sum64())
}
