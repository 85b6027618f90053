// hood: run
// Files in the program: as a string, as bytes, as a tree. They are there before any other variable is set.
package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
)

var early = len(greeting) + len(raw)

//go:embed data/hello.txt
var greeting string

//go:embed "data/two words.txt"
var raw []byte

//go:embed data *.txt
//go:embed all:data/.secret
var tree embed.FS

var (
	//go:embed data/sub/*
	sub embed.FS

	empty embed.FS
)

var fromTree = func() string { b, _ := tree.ReadFile("top.txt"); return string(b) }()

func main() {
	fmt.Printf("%d %q %q %q\n", early, greeting, raw, fromTree) // out: 16 "hello\n" "two words\n" "top\n"
	raw[0] = 'T'
	again, _ := tree.ReadFile("data/two words.txt")
	fmt.Printf("%q %q\n", raw[:3], again[:3]) // out: "Two" "two"
	fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		info, _ := d.Info()
		fmt.Println(path, info.Size(), info.Mode(), info.ModTime().IsZero(), err)
		return nil
	})
	// out: . 0 dr-xr-xr-x true <nil>
	// out: data 0 dr-xr-xr-x true <nil>
	// out: data/.secret 7 -r--r--r-- true <nil>
	// out: data/hello.txt 6 -r--r--r-- true <nil>
	// out: data/sub 0 dr-xr-xr-x true <nil>
	// out: data/sub/deep.txt 5 -r--r--r-- true <nil>
	// out: data/two words.txt 10 -r--r--r-- true <nil>
	// out: top.txt 4 -r--r--r-- true <nil>
	matches, err := fs.Glob(tree, "data/*.txt")
	fmt.Println(matches, err) // out: [data/hello.txt data/two words.txt] <nil>
	f, _ := sub.Open("data/sub/deep.txt")
	f.(io.Seeker).Seek(2, io.SeekStart)
	rest, _ := io.ReadAll(f)
	fmt.Printf("%q\n", rest) // out: "ep\n"
	for _, name := range []string{"nope", "/data", "data/../top.txt"} {
		_, err = tree.Open(name)
		fmt.Println(err)
	}
	// out: open nope: file does not exist
	// out: open /data: file does not exist
	// out: open data/../top.txt: file does not exist
	_, err = tree.ReadDir("top.txt")
	fmt.Println(err) // out: read top.txt: not a directory
	_, err = tree.ReadFile("data")
	fmt.Println(err) // out: read data: is a directory
	_, err = empty.Open("x")
	fmt.Println(err) // out: open x: file does not exist
	d, _ := tree.Open("data")
	for {
		list, err := d.(fs.ReadDirFile).ReadDir(2)
		fmt.Println(len(list), err)
		if err != nil {
			break
		}
	}
	// out: 2 <nil>
	// out: 2 <nil>
	// out: 0 EOF
}
