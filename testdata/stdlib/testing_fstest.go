// hood: run
// Package testing/fstest: a file system in memory, and the test of file systems.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"testing/fstest"
)

func main() {
	m := fstest.MapFS{"a.txt": {Data: []byte("hello")}, "dir/b.txt": {Data: []byte("world"), Mode: 0644}, "dir/sub/c": {}, "empty": {Mode: fs.ModeDir | 0755}}
	fmt.Println(fstest.TestFS(m, "a.txt", "dir/b.txt", "dir/sub/c", "empty"))
	fmt.Println(fstest.TestFS(m, "nope") != nil, fstest.TestFS(fstest.MapFS{}))
	fs.WalkDir(m, ".", func(p string, d fs.DirEntry, err error) error { fmt.Println(p, d.IsDir(), err); return nil })
	b, err := m.ReadFile("dir/b.txt")
	fmt.Printf("%q %v\n", b, err)
	_, err = m.Open("zz")
	fmt.Println(err)
	g, _ := m.Glob("*/*.txt")
	s, _ := m.Sub("dir")
	c, err := fs.ReadFile(s, "b.txt")
	fmt.Println(g, string(c), err)
	d, _ := os.MkdirTemp("", "x")
	defer os.RemoveAll(d)
	os.WriteFile(d+"/f", []byte("1"), 0600)
	fmt.Println(fstest.TestFS(os.DirFS(d), "f"))
}
