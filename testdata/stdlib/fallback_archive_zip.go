// hood: run   needs: goroot   knobs: gcstress=1000
// Package archive/zip: an archive in memory, listed, read through io/fs, and damaged.
package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"
)

func main() {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	w.SetComment("made by a test")
	for _, f := range []struct{ name, text string }{{"a.txt", "hello"}, {"dir/b.txt", strings.Repeat("zip ", 1000)}, {"dir/c/d.txt", ""}} {
		out, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(2024, 2, 29, 12, 30, 0, 0, time.UTC)})
		if err != nil {
			fmt.Println(err)
			return
		}
		io.WriteString(out, f.text)
	}
	stored, _ := w.CreateHeader(&zip.FileHeader{Name: "raw.bin", Method: zip.Store})
	stored.Write([]byte{1, 2, 3})
	fmt.Println(w.Close(), buf.Len())

	r, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Comment)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			fmt.Println(err)
			continue
		}
		data, err := io.ReadAll(in)
		in.Close()
		fmt.Println(f.Name, f.Method, f.CompressedSize64, f.UncompressedSize64, f.CRC32, len(data), err)
	}
	fs.WalkDir(r, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d.IsDir(), err)
		return nil
	})
	text, err := fs.ReadFile(r, "a.txt")
	fmt.Printf("%s %v\n", text, err)
	_, err = r.Open("nope")
	fmt.Println(err)
	damaged := append([]byte{}, buf.Bytes()...)
	damaged[40] ^= 0xff
	r, _ = zip.NewReader(bytes.NewReader(damaged), int64(len(damaged)))
	_, err = fs.ReadFile(r, "a.txt")
	fmt.Println(err != nil)
	_, err = zip.NewReader(strings.NewReader("short"), 5)
	fmt.Println(err)
}
