// hood: run
// Bytes as text and back: hex, base32, base64, csv; numbers and structs as bytes; what is wrong with bad input.
package main

import (
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
)

type header struct {
	Magic [4]byte
	Size  uint32
	_     [2]byte
	Flag  bool
	Ratio float32
	Deep  struct{ A, B int16 }
}

func main() {
	data := []byte("Hello, hood! \x00\xff\x10 bytes")
	fmt.Println(hex.EncodeToString(data))
	fmt.Print(hex.Dump(data))
	for _, s := range []string{"48656c6C6f", "4865g", "486", "zz", ""} {
		b, err := hex.DecodeString(s)
		fmt.Printf("%q %v\n", b, err)
	}
	for _, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.StdEncoding.Strict()} {
		for n := 17; n < 21; n++ {
			s := e.EncodeToString(data[:n])
			b, err := e.DecodeString(s)
			fmt.Println(s, len(s) == e.EncodedLen(n), bytes.Equal(b, data[:n]), err)
		}
	}
	for _, s := range []string{"SGVsbG8=", "SGVs\nbG8=", "SGVsbG8", "SGVs*G8=", "SGVsbG9=", "SGVsbG8=x", "=", "SGVsbA=="} {
		b, err := base64.StdEncoding.DecodeString(s)
		_, strict := base64.StdEncoding.Strict().DecodeString(s)
		fmt.Printf("%q %v %v\n", b, err, strict)
	}
	w := base64.NewEncoder(base64.StdEncoding, os.Stdout)
	for i := range data {
		w.Write(data[i : i+1])
	}
	w.Close()
	fmt.Println()
	b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("SGVs\nbG8sIGhv\nb2Qh\n")))
	fmt.Printf("%q %v\n", b, err)
	for n := 0; n < 7; n++ {
		s := base32.StdEncoding.EncodeToString(data[:n])
		b, err := base32.StdEncoding.DecodeString(s)
		fmt.Println(s, base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(data[:n]), string(b), err)
	}
	_, err = base32.StdEncoding.DecodeString("MZXW6!==")
	fmt.Println(err)

	h := header{[4]byte{'h', 'o', 'o', 'd'}, 0x01020304, [2]byte{}, true, 1.5, struct{ A, B int16 }{-2, 258}}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var buf bytes.Buffer
		fmt.Println(binary.Write(&buf, order, h), order, binary.Size(h))
		fmt.Println(hex.EncodeToString(buf.Bytes()))
		var back header
		fmt.Println(binary.Read(&buf, order, &back), back == h)
	}
	fmt.Println(binary.Read(strings.NewReader("ab"), binary.BigEndian, new(uint32)))
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, 1) != nil, binary.Size([]string{}))
	vals := make([]uint16, 3)
	fmt.Println(binary.Read(bytes.NewReader([]byte{1, 2, 3, 4, 5, 6}), binary.BigEndian, vals), vals)
	for _, x := range []int64{0, -1, 1, 63, -65, 300, math.MinInt64, math.MaxInt64} {
		v := binary.AppendVarint(nil, x)
		y, n := binary.Varint(v)
		u, m := binary.Uvarint(v)
		fmt.Println(x, hex.EncodeToString(v), y == x, n, u, m)
	}

	r := csv.NewReader(strings.NewReader("a,b,c\n\"x,\"\"1\"\"\",\"two\nlines\",\n\n1,2\n"))
	for {
		rec, err := r.Read()
		if err == io.EOF {
			break
		}
		line, col := r.FieldPos(0)
		fmt.Printf("%q %v at %d:%d, %d\n", rec, err, line, col, r.InputOffset())
	}
	for _, s := range []string{"a\"b,c", "\"a\"b", "\"open", "a,b\nc"} {
		_, err := csv.NewReader(strings.NewReader(s)).ReadAll()
		fmt.Println(err)
	}
	c := csv.NewWriter(os.Stdout)
	c.Write([]string{"plain", "with,comma", "with \"quote\"", " lead", "", "new\nline"})
	c.Flush()
}
