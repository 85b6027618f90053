// hood: run   knobs: gcstress=1
// Any system call can be made by its number; what waits in one keeps nobody else from running.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"unsafe"
)

func main() {
	pid, _, e := syscall.RawSyscall(syscall.SYS_GETPID, 0, 0, 0)
	fmt.Println(int(pid) == os.Getpid(), e)
	_, _, e = syscall.Syscall(syscall.SYS_CLOSE, ^uintptr(0), 0, 0)
	fmt.Println(e, e == syscall.EBADF)

	// A call that takes an address, and fails: a pipe is no terminal.
	r, w, _ := os.Pipe()
	var size struct{ rows, cols, x, y uint16 }
	_, _, e = syscall.Syscall(syscall.SYS_IOCTL, r.Fd(), syscall.TIOCGWINSZ, uintptr(unsafe.Pointer(&size)))
	fmt.Println(e, size.rows)

	// What is converted in the call is in use until it is over.
	syscall.Syscall(syscall.SYS_WRITE, w.Fd(), uintptr(unsafe.Pointer(&append([]byte("kept "), "alive"...)[0])), 10)
	kept := make([]byte, 10)
	r.Read(kept)
	fmt.Println(string(kept))

	// One that waits, and one that ends the wait.
	done := make(chan string)
	buf := make([]byte, 8)
	go func() {
		n, _, e := syscall.Syscall(syscall.SYS_READ, r.Fd(), uintptr(unsafe.Pointer(&buf[0])), uintptr(len(buf)))
		done <- fmt.Sprintf("%q %d", buf[:n], e)
	}()
	fmt.Fprint(w, "hello")
	fmt.Println(<-done)

	m, err := syscall.Mmap(-1, 0, 8192, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	copy(m[4090:], "across pages")
	text := string(m[4090:4102])
	fmt.Println(len(m), text, err, syscall.Mprotect(m, syscall.PROT_READ), syscall.Munmap(m))
	fmt.Println(syscall.Munmap(nil), syscall.Munmap(make([]byte, 1, 2)))

	file := filepath.Join(os.TempDir(), fmt.Sprint("hood_mmap_", os.Getpid()))
	os.WriteFile(file, []byte("what the file says"), 0o600)
	f, _ := os.Open(file)
	m, err = syscall.Mmap(int(f.Fd()), 0, 18, syscall.PROT_READ, syscall.MAP_SHARED)
	fmt.Println(string(m), err)
	syscall.Munmap(m)
	fmt.Println(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.Access(file, 4), os.Remove(file))

	var usage syscall.Rusage
	err = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	fmt.Println(err, usage.Maxrss > 0, syscall.Getrusage(77, &usage))
	var limit syscall.Rlimit
	fmt.Println(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit), limit.Cur <= limit.Max)
	var names syscall.Utsname
	fmt.Println(syscall.Uname(&names), rune(names.Sysname[0]) == 'L')

	p, err := syscall.BytePtrFromString("ab")
	fmt.Println(*p, err)
	_, err = syscall.BytePtrFromString("a\x00b")
	fmt.Println(err)
}
