package syscall

import "unsafe"

// Syscall and Syscall6 make any system call; other goroutines run while it waits in the kernel. An interrupted call is not
// repeated. What is converted to an address in the call itself, uintptr(unsafe.Pointer(p)), is in use until it is over.
func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno)

func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno)

// RawSyscall and RawSyscall6 are for calls that never wait.
func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno)

func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno)

// AllThreadsSyscall and AllThreadsSyscall6 make the call on every thread, this one first: if it fails here, that is all. Meanwhile
// no Go code runs. Threads that answer differently end the program: they are no longer interchangeable.
func AllThreadsSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	return onAllThreads(trap, a1, a2, a3, 0, 0, 0)
}

func AllThreadsSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return onAllThreads(trap, a1, a2, a3, a4, a5, a6)
}

func onAllThreads(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno)

const (
	SYS_GETRANDOM = 318
)

// ByteSliceFromString returns the bytes of s and a NUL; s itself may have none.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	return append([]byte(s), 0), nil
}

// BytePtrFromString returns the address of what ByteSliceFromString makes.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &b[0], nil
}

func onPointer(trap, a uintptr, p unsafe.Pointer) error {
	_, _, e := Syscall(trap, a, uintptr(p), 0)
	return orNil(e)
}

// Mmap maps length bytes of a file, or of fresh memory. The collector knows nothing of them: no Go pointers in there.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	at, _, e := Syscall6(SYS_MMAP, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if e != 0 {
		return nil, e
	}
	return unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&at))), length), nil
}

// onMemory makes a call about a part of the address space.
func onMemory(trap uintptr, b []byte, arg int) error {
	_, _, e := Syscall(trap, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)), uintptr(arg))
	return orNil(e)
}

// Munmap takes away what Mmap returned; a part of it will not do.
func Munmap(b []byte) error {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	return onMemory(SYS_MUNMAP, b, 0)
}

func Mprotect(b []byte, prot int) error { return onMemory(SYS_MPROTECT, b, prot) }

func Madvise(b []byte, advice int) error { return onMemory(SYS_MADVISE, b, advice) }

// Getrusage tells what the process, its children or the thread have used.
func Getrusage(who int, usage *Rusage) error {
	return onPointer(SYS_GETRUSAGE, uintptr(who), unsafe.Pointer(usage))
}

// Rlimit is a limit of the process.
type Rlimit struct {
	Cur uint64
	Max uint64
}

func Getrlimit(resource int, limit *Rlimit) error {
	return onPointer(SYS_GETRLIMIT, uintptr(resource), unsafe.Pointer(limit))
}

func Setrlimit(resource int, limit *Rlimit) error {
	return onPointer(SYS_SETRLIMIT, uintptr(resource), unsafe.Pointer(limit))
}

// Utsname is what the kernel says about itself.
type Utsname struct {
	Sysname    [65]int8
	Nodename   [65]int8
	Release    [65]int8
	Version    [65]int8
	Machine    [65]int8
	Domainname [65]int8
}

func Uname(buf *Utsname) error {
	_, _, e := Syscall(SYS_UNAME, uintptr(unsafe.Pointer(buf)), 0, 0)
	return orNil(e)
}

// Statfs_t is what the kernel says about a file system.
type Statfs_t struct {
	Type    int64
	Bsize   int64
	Blocks  uint64
	Bfree   uint64
	Bavail  uint64
	Files   uint64
	Ffree   uint64
	Fsid    Fsid
	Namelen int64
	Frsize  int64
	Flags   int64
	Spare   [4]int64
}

type Fsid struct {
	X__val [2]int32
}

func Statfs(path string, buf *Statfs_t) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	_, _, e := Syscall(SYS_STATFS, uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(buf)), 0)
	return orNil(e)
}

func Gettimeofday(tv *Timeval) error {
	_, _, e := RawSyscall(SYS_GETTIMEOFDAY, uintptr(unsafe.Pointer(tv)), 0, 0)
	return orNil(e)
}

func Access(path string, mode uint32) error { return onPath(SYS_ACCESS, path, int(mode), 0) }

func Mknod(path string, mode uint32, dev int) error { return onPath(SYS_MKNOD, path, int(mode), dev) }

// Mkfifo makes a named pipe.
func Mkfifo(path string, mode uint32) error { return Mknod(path, mode|S_IFIFO, 0) }

func Dup(fd int) (nfd int, err error) {
	r, e := call(SYS_DUP, uintptr(fd), 0, 0)
	return int(r), orNil(e)
}

func Dup2(from, to int) error { return onFd(SYS_DUP2, from, to, 0) }

func Dup3(from, to, flags int) error { return onFd(SYS_DUP3, from, to, flags) }

func Flock(fd int, how int) error { return onFd(SYS_FLOCK, fd, how, 0) }

func Umask(mask int) (old int) {
	r, _ := call(SYS_UMASK, uintptr(mask), 0, 0)
	return int(r)
}

func Sync() { call(SYS_SYNC, 0, 0, 0) }

func Gettid() int { return id(SYS_GETTID) }

func Setpgid(pid, group int) error { return onFd(SYS_SETPGID, pid, group, 0) }

func Getpgid(pid int) (group int, err error) {
	r, e := call(SYS_GETPGID, uintptr(pid), 0, 0)
	return int(r), orNil(e)
}

func Getpgrp() (group int) {
	group, _ = Getpgid(0)
	return group
}

func Setsid() (session int, err error) {
	r, e := call(SYS_SETSID, 0, 0, 0)
	return int(r), orNil(e)
}
