// hood: run   exit: 4
// Files, directories and the environment: results and errors as on any Unix.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

var dir string

// show prints with the temporary directory's name taken out.
func show(a ...interface{}) { fmt.Print(strings.ReplaceAll(fmt.Sprintln(a...), dir, "DIR")) }

func main() {
	var err error
	dir, err = os.MkdirTemp("", "hood*test")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	show(os.MkdirAll(dir+"/a/b/c", 0755), os.Mkdir(dir+"/a", 0755), os.Mkdir(dir+"/x/y", 0755))
	show(os.WriteFile(dir+"/a/f.txt", []byte("hello"), 0640))
	data, err := os.ReadFile(dir + "/a/f.txt")
	show(string(data), err)
	f, err := os.OpenFile(dir+"/a/g", os.O_RDWR|os.O_CREATE|os.O_EXCL, 0600)
	n, err2 := f.WriteString("0123456789")
	show(err, n, err2)
	n, err = f.WriteAt([]byte("XY"), 3)
	pos, err2 := f.Seek(-4, io.SeekEnd)
	show(n, err, pos, err2)
	buf := make([]byte, 8)
	n, err = f.Read(buf)
	show(n, err, string(buf[:n]))
	n, err = f.Read(buf)
	show(n, err)
	n, err = f.ReadAt(buf, 5)
	show(n, err, string(buf[:n]))
	info, err := f.Stat()
	show(info.Name(), info.Size(), info.Mode(), info.IsDir(), err)
	show(f.Truncate(3), f.Sync(), f.Close(), f.Close())
	_, err = f.Write(buf)
	show(err, errors.Is(err, os.ErrClosed))
	_, err = os.OpenFile(dir+"/a/g", os.O_RDWR|os.O_CREATE|os.O_EXCL, 0600)
	show(err, os.IsExist(err))
	show(os.Symlink("f.txt", dir+"/a/link"), os.Link(dir+"/a/f.txt", dir+"/a/hard"), os.Rename(dir+"/a/g", dir+"/a/h"), os.Rename(dir+"/no", dir+"/yes"))
	target, err := os.Readlink(dir + "/a/link")
	show(target, err)
	real, err := filepath.EvalSymlinks(dir + "/a/link")
	show(filepath.Base(real), err)
	for _, name := range []string{"/a", "/a/link", "/a/none", "/a/f.txt/x"} {
		info, err := os.Lstat(dir + name)
		if err == nil {
			show(name, info.Mode())
		} else {
			show(name, err, os.IsNotExist(err))
		}
	}
	show(os.Chtimes(dir+"/a/f.txt", time.Unix(1000, 0), time.Unix(2000, 7000)), os.Chmod(dir+"/a/f.txt", 0711))
	info, _ = os.Stat(dir + "/a/f.txt")
	show(info.ModTime().UTC(), info.Mode(), info.Size())
	entries, err := os.ReadDir(dir + "/a")
	for _, e := range entries {
		show(e.Name(), e.IsDir(), e.Type())
	}
	_, err = os.ReadDir(dir + "/a/f.txt")
	show(err)
	d, _ := os.Open(dir + "/a")
	var names []string
	for {
		some, err := d.Readdirnames(2)
		names = append(names, some...)
		if err != nil {
			show(err)
			break
		}
	}
	sort.Strings(names)
	show(names)
	d.Close()

	err = filepath.Walk(dir, func(p string, info fs.FileInfo, err error) error {
		rel, _ := filepath.Rel(dir, p)
		show("walk", rel, info.IsDir(), err)
		if rel == "a/b" {
			return filepath.SkipDir
		}
		return nil
	})
	show(err)
	fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		show("fs", p, d.IsDir(), err)
		return nil
	})
	matches, err := filepath.Glob(dir + "/a/*[ft]*")
	show(matches, err)
	content, err := fs.ReadFile(os.DirFS(dir), "a/f.txt")
	show(string(content), err)
	show(os.Remove(dir+"/a"), os.Remove(dir+"/none"), os.RemoveAll(dir+"/a"))

	os.Setenv("HOOD_TEST", "value")
	v, ok := os.LookupEnv("HOOD_TEST")
	show(v, ok, os.Getenv("HOOD_NONE"), os.ExpandEnv("$HOOD_TEST ${HOOD_TEST}s $ $$x ${}"), os.Setenv("", "x"))
	os.Unsetenv("HOOD_TEST")
	_, ok = os.LookupEnv("HOOD_TEST")
	show(ok, len(os.Args), os.PathSeparator, os.DevNull)

	for _, p := range []string{"", "/", "a//b/../c/.", "../../x", "/..", "a/b/c.tar.gz"} {
		show(path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p), path.Join(p, "..", "z"))
	}
	for _, pattern := range []string{"*.go", "a?c", "[a-c]*", "[^a]b", "\\*", "[", "a*b*c"} {
		for _, name := range []string{"x.go", "abc", "*", "zb", "aXbYc"} {
			ok, err := path.Match(pattern, name)
			fmt.Print(ok, err, " ")
		}
	}
	fmt.Println()
	rel, err := filepath.Rel("/a/b", "/a/c/d")
	show(rel, err)
	_, err = filepath.Rel("a", "/b")
	show(err)
	fmt.Fprintln(os.Stderr, "said on stderr")
	os.Exit(4)
}
