// hood: run
// Readers and writers made of others; pipes; buffers around them.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type flaky struct{ n int }

func (f *flaky) Read(p []byte) (int, error) {
	f.n--
	if f.n < 0 {
		return 0, errors.New("flaky")
	}
	return copy(p, "xy"), nil
}

func main() {
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(strings.NewReader("hello world"), 5))
	fmt.Println(n, err, out.String())
	n, err = io.CopyN(&out, strings.NewReader("abc"), 5)
	fmt.Println(n, err, out.String())
	n, err = io.CopyBuffer(&out, &flaky{3}, make([]byte, 4))
	fmt.Println(n, err)
	multi := io.MultiReader(strings.NewReader("one "), strings.NewReader(""), io.MultiReader(strings.NewReader("two "), strings.NewReader("three")))
	all, err := io.ReadAll(io.TeeReader(multi, &out))
	fmt.Printf("%q %v %q\n", all, err, out.String())
	var a, b strings.Builder
	w := io.MultiWriter(&a, &b)
	io.WriteString(w, "both")
	fmt.Println(a.String(), b.String())
	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	buf := make([]byte, 3)
	k, err := s.ReadAt(buf, 3)
	fmt.Println(k, err, s.Size())
	pos, err := s.Seek(-2, io.SeekEnd)
	k, err2 := io.ReadFull(s, buf)
	fmt.Println(pos, err, k, err2, string(buf[:k]))
	_, err = io.ReadAtLeast(strings.NewReader("ab"), buf[:1], 2)
	fmt.Println(err)
	_, err = io.ReadFull(strings.NewReader(""), buf)
	fmt.Println(err)

	r, pw := io.Pipe()
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(pw, "line %d\n", i)
		}
		pw.CloseWithError(errors.New("broken"))
	}()
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
	fmt.Println(sc.Err())
	r.Close()
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)

	br := bufio.NewReaderSize(strings.NewReader("first line\nsecond é line\r\nno end"), 16)
	line, err := br.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	p, err := br.Peek(6)
	fmt.Printf("%q %v %d\n", p, err, br.Buffered())
	_, err = br.Peek(17)
	fmt.Println(err)
	d, err := br.Discard(7)
	ch, size, _ := br.ReadRune()
	fmt.Println(d, err, string(ch), size, br.UnreadRune(), br.UnreadRune())
	l, prefix, err := br.ReadLine()
	fmt.Printf("%q %v %v\n", l, prefix, err)
	rest, err := br.ReadBytes('\n')
	fmt.Printf("%q %v\n", rest, err)
	var sink bytes.Buffer
	bw := bufio.NewWriterSize(&sink, 8)
	fmt.Fprint(bw, "12345")
	fmt.Println(bw.Buffered(), bw.Available(), sink.Len())
	bw.WriteString("6789abcdef")
	bw.WriteRune('é')
	bw.WriteByte('!')
	fmt.Println(bw.Flush(), sink.String(), bw.Size())
	words := bufio.NewScanner(strings.NewReader(" two  words\u2003and é "))
	words.Split(bufio.ScanWords)
	for words.Scan() {
		fmt.Printf("%q ", words.Text())
	}
	runes := bufio.NewScanner(strings.NewReader("aé\xff世"))
	runes.Split(bufio.ScanRunes)
	for runes.Scan() {
		fmt.Printf("%q ", runes.Text())
	}
	fmt.Println()
	long := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	long.Buffer(make([]byte, 10), 50)
	fmt.Println(long.Scan(), long.Err())
}
