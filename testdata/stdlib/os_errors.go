// hood: run
// Package os: what fails, with which error and text.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func show(what string, err error) {
	var pe *fs.PathError
	var le *os.LinkError
	var se *os.SyscallError
	kind := fmt.Sprintf("%T", err)
	if errors.As(err, &pe) {
		kind = fmt.Sprintf("PathError{%s %s}", pe.Op, strings.ReplaceAll(pe.Path, dir, "DIR"))
	} else if errors.As(err, &le) {
		kind = fmt.Sprintf("LinkError{%s}", le.Op)
	} else if errors.As(err, &se) {
		kind = "SyscallError{" + se.Syscall + "}"
	}
	text := "<nil>"
	if err != nil {
		text = strings.ReplaceAll(err.Error(), dir, "DIR")
	}
	fmt.Println(what, text, kind, errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrInvalid), errors.Is(err, fs.ErrClosed), os.IsTimeout(err))
}

var dir string

func main() {
	dir, _ = os.MkdirTemp("", "errs")
	defer os.RemoveAll(dir)
	p := func(s string) string { return filepath.Join(dir, s) }
	_, err := os.Open(p("none"))
	show("open", err)
	_, err = os.ReadFile(dir)
	show("readfile dir", err)
	show("mkdir", os.Mkdir(dir, 0777))
	show("mkdir deep", os.Mkdir(p("a/b"), 0777))
	os.WriteFile(p("f"), []byte("x"), 0600)
	show("mkdirall over file", os.MkdirAll(p("f/g"), 0777))
	show("remove", os.Remove(p("none")))
	os.MkdirAll(p("d/e"), 0777)
	show("remove full", os.Remove(p("d")))
	show("rename", os.Rename(p("none"), p("other")))
	show("rename over dir", os.Rename(p("f"), p("d")))
	show("link", os.Link(p("none"), p("l")))
	show("symlink", os.Symlink("x", p("f")))
	_, err = os.Readlink(p("f"))
	show("readlink", err)
	show("chmod", os.Chmod(p("none"), 0))
	show("chtimes", os.Chtimes(p("none"), time.Now(), time.Now()))
	show("truncate", os.Truncate(p("none"), 1))
	show("chdir", os.Chdir(p("f")))
	_, err = os.Stat(p("none"))
	show("stat", err)
	_, err = os.Lstat(p("f/x"))
	show("lstat", err)
	_, err = os.ReadDir(p("none"))
	show("readdir", err)
	f, _ := os.Open(p("f"))
	_, err = f.Write([]byte("x"))
	show("write", err)
	_, err = f.Seek(-1, 0)
	show("seek", err)
	_, err = f.ReadAt(make([]byte, 1), -1)
	show("readat", err)
	_, err = f.ReadAt(make([]byte, 5), 0)
	show("readat short", err)
	_, err = f.ReadDir(-1)
	show("readdir file", err)
	f.Close()
	_, err = f.Read(make([]byte, 1))
	show("read closed", err)
	show("close twice", f.Close())
	_, err = f.Stat()
	show("stat closed", err)
	var nilFile *os.File
	_, err = nilFile.Read(nil)
	show("nil file", err)
	_, err = os.OpenFile(p("f"), os.O_CREATE|os.O_EXCL, 0600)
	show("excl", err)
	r, w, _ := os.Pipe()
	r.Close()
	_, err = w.Write([]byte("x"))
	show("broken pipe", err)
	w.Close()
	_, err = os.FindProcess(1 << 22)
	show("find", err)
	_, err = os.StartProcess(p("none"), nil, &os.ProcAttr{})
	show("start", err)
	_, err = os.StartProcess(p("f"), []string{"f"}, &os.ProcAttr{})
	show("start noexec", err)
	_, err = os.StartProcess("/bin/true", nil, &os.ProcAttr{Dir: p("none")})
	show("start dir", err)
	fmt.Println(syscall.ENOENT, syscall.Errno(0), syscall.Errno(999), syscall.EAGAIN.Temporary(), syscall.SIGHUP, syscall.Signal(99))
	_, err = os.CreateTemp(dir, "a/b")
	show("createtemp", err)
	_, err = os.CreateTemp(p("none"), "x")
	show("createtemp2", errors.Unwrap(err))
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "x"), os.Expand("$a ${b} $$ ${", strings.ToUpper), os.ExpandEnv("${NOPE}-$HOOD_NOPE"))
	_, err = io.Copy(io.Discard, nilReader{})
	show("copy", err)
}

type nilReader struct{}

func (nilReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
