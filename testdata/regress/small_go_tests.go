// hood: run
// What Go's own tests of its packages found: each was wrong in one of hood's.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"
)

func main() {
	// A case mapping that maps a letter to itself counts: the general mapping does not apply.
	keepA := unicode.SpecialCase{{Lo: 'A', Hi: 'A'}}
	fmt.Println(strings.ToLowerSpecial(keepA, "ABC")) // out: Abc

	// Four letters that do not end in T are no zone: the error is about them, and not about what follows.
	_, err := time.Parse("MST 2006", "MSDY 2020")
	fmt.Println(err) // out: parsing time "MSDY 2020" as "MST 2006": cannot parse "MSDY 2020" as "MST"

	dir, err := os.MkdirTemp("", "small_go_tests")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)

	// That the folder is missing is said of the folder.
	_, err = os.MkdirTemp(filepath.Join(dir, "none"), "x")
	fmt.Println(strings.Replace(err.Error(), dir, "DIR", 1)) // out: stat DIR/none: no such file or directory

	// Paths that are too long for the kernel can be removed, since they can be made.
	deep := filepath.Join(dir, "deep")
	if err := os.Mkdir(deep, 0o755); err != nil {
		panic(err)
	}
	back, _ := os.Getwd()
	os.Chdir(deep)
	name := strings.Repeat("n", 200)
	for i := 0; i < 30; i++ {
		os.Mkdir(name, 0o755)
		os.Chdir(name)
	}
	os.WriteFile("file", nil, 0o600)
	os.Chdir(back)
	fmt.Println(os.RemoveAll(deep)) // out: <nil>
	_, err = os.Lstat(deep)
	fmt.Println(os.IsNotExist(err)) // out: true

	// A link in a file system is no mistake of it.
	os.WriteFile(filepath.Join(dir, "hello"), []byte("hello"), 0o600)
	os.Symlink(filepath.Join(dir, "hello"), filepath.Join(dir, "link"))
	fmt.Println(fstest.TestFS(os.DirFS(dir), "hello", "link")) // out: <nil>

	// Searching a rune, or writing a string, needs no memory.
	text := strings.Repeat("x", 100) + "世界"
	f, _ := os.Create(filepath.Join(dir, "written"))
	fmt.Println(testing.AllocsPerRun(100, func() {
		if strings.IndexRune(text, '界') != 103 {
			panic("IndexRune")
		}
		f.WriteString(text)
	})) // out: 0

	// What cannot be removed has the whole path in the error.
	if os.Getuid() != 0 {
		locked := filepath.Join(dir, "locked")
		os.MkdirAll(filepath.Join(locked, "inner"), 0o755)
		os.Chmod(locked, 0o500)
		err = os.RemoveAll(locked)
		pe, ok := err.(*fs.PathError)
		if !ok || pe.Path != filepath.Join(locked, "inner") {
			fmt.Println(err)
		}
		os.Chmod(locked, 0o755)
	}
}
