// hood: run   needs: goroot   knobs: gcstress=1000
// Package compress/gzip and below it flate and hash/crc32: there and back at every level, a header, a broken checksum.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"time"
)

func main() {
	text := strings.Repeat("the quick brown fox jumps over the lazy dog; ", 400)
	for _, level := range []int{gzip.HuffmanOnly, gzip.NoCompression, gzip.BestSpeed, 6, gzip.BestCompression} {
		var buf bytes.Buffer
		w, err := gzip.NewWriterLevel(&buf, level)
		if err != nil {
			fmt.Println(err)
			return
		}
		w.Name, w.Comment, w.ModTime = "fox.txt", "level", time.Unix(1700000000, 0)
		io.WriteString(w, text)
		w.Close()
		size := buf.Len()
		sum := crc32.ChecksumIEEE(buf.Bytes())
		r, err := gzip.NewReader(&buf)
		if err != nil {
			fmt.Println(err)
			return
		}
		back, err := io.ReadAll(r)
		fmt.Println(level, size, sum, r.Name, r.ModTime.UTC(), string(back) == text, err)
	}
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	io.WriteString(w, "hello")
	w.Close()
	broken := buf.Bytes()
	broken[len(broken)-6] ^= 1
	r, _ := gzip.NewReader(bytes.NewReader(broken))
	_, err := io.ReadAll(r)
	fmt.Println(err)
	_, err = gzip.NewReader(strings.NewReader("no gzip at all"))
	fmt.Println(err)
	r, _ = gzip.NewReader(bytes.NewReader(broken[:15]))
	_, err = io.ReadAll(r)
	fmt.Println(err)
}
