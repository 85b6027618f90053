// hood: run
// Packages testing/iotest and testing/quick: readers that are difficult, random arguments in Go's sequence.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing/iotest"
	"testing/quick"
)

type even int

func main() {
	content := []byte("hello, difficult world")
	fmt.Println(iotest.TestReader(bytes.NewReader(content), content), iotest.TestReader(strings.NewReader("ab"), []byte("ax")))
	for _, r := range []io.Reader{iotest.OneByteReader(bytes.NewReader(content)), iotest.HalfReader(bytes.NewReader(content)), iotest.DataErrReader(bytes.NewReader(content)), iotest.TimeoutReader(bytes.NewReader(content)), iotest.ErrReader(errors.New("never"))} {
		buf := make([]byte, 8)
		n, err := r.Read(buf)
		b, err2 := io.ReadAll(r)
		fmt.Printf("%q %v %q %v\n", buf[:n], err, b, err2)
	}
	var w strings.Builder
	n, err := iotest.TruncateWriter(&w, 5).Write(content)
	fmt.Println(n, err, w.String())

	c := &quick.Config{Rand: rand.New(rand.NewSource(7)), MaxCount: 20}
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, c))
	fmt.Println(quick.Check(func(a uint8, s []int16) bool { return a < 200 }, c))
	fmt.Println(quick.CheckEqual(func(x int32) int32 { return x * 2 }, func(x int32) int32 { return x << 1 }, c))
	fmt.Println(quick.CheckEqual(func(x int8) int { return int(x) }, func(x int8) int { return int(uint8(x)) }, c))
	fmt.Println(quick.Check(func(x int) int { return x }, nil), quick.Check(3, nil), quick.Check(func(c chan int) bool { return true }, nil))
	type T struct {
		A map[string]int8
		B [2]float32
		C *bool
	}
	fmt.Println(quick.Check(func(t T, s string) bool { return len(t.B) == 2 }, c))
}
