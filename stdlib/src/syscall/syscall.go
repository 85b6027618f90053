// Package syscall is the door to the kernel: what package os is made of.
package syscall

import "internal/oserror"

var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// Errno is an error of a system call; 0 is none.
type Errno uintptr

func (e Errno) Error() string { return errorText(int(e)) }

// Is makes errors.Is know the generic errors of package os.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	}
	return false
}

// Temporary reports whether trying again may help.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout reports whether the call took too long.
func (e Errno) Timeout() bool { return e == EAGAIN || e == EWOULDBLOCK || e == ETIMEDOUT }

// orNil makes an error of e.
func orNil(e Errno) error {
	if e == 0 {
		return nil
	}
	return e
}

// Signal is a signal to a process.
type Signal int

var signalNames = [...]string{"", "hangup", "interrupt", "quit", "illegal instruction", "trace/breakpoint trap", "aborted",
	"bus error", "floating point exception", "killed", "user defined signal 1", "segmentation fault",
	"user defined signal 2", "broken pipe", "alarm clock", "terminated", "stack fault", "child exited", "continued",
	"stopped (signal)", "stopped", "stopped (tty input)", "stopped (tty output)", "urgent I/O condition",
	"CPU time limit exceeded", "file size limit exceeded", "virtual timer expired", "profiling timer expired",
	"window changed", "I/O possible", "power failure", "bad system call"}

// Signal tells signals from other Stringers.
func (s Signal) Signal() {}

func (s Signal) String() string {
	if 0 < s && int(s) < len(signalNames) {
		return signalNames[s]
	}
	return "signal " + decimal(int(s))
}

func decimal(n int) string {
	if n < 0 {
		return "-" + decimal(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}

// Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns the time as its parts.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns the time in nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// Stat_t is what the kernel says about a file.
type Stat_t struct {
	Dev       uint64
	Ino       uint64
	Nlink     uint64
	Mode      uint32
	Uid       uint32
	Gid       uint32
	X__pad0   int32
	Rdev      uint64
	Size      int64
	Blksize   int64
	Blocks    int64
	Atim      Timespec
	Mtim      Timespec
	Ctim      Timespec
	X__unused [3]int64
}

// Numbers of system calls.

func onPath(trap uintptr, path string, a, b int) error {
	_, e := callPath(trap, path, uintptr(a), uintptr(b))
	return orNil(e)
}

func onFd(trap uintptr, fd, a, b int) error {
	_, e := call(trap, uintptr(fd), uintptr(a), uintptr(b))
	return orNil(e)
}

func onBytes(trap uintptr, fd int, p []byte, offset int64) (n int, err error) {
	n, e := callBytes(trap, fd, p, offset)
	return n, orNil(e)
}

func Open(path string, mode int, perm uint32) (fd int, err error) {
	r, e := callPath(SYS_OPEN, path, uintptr(mode), uintptr(perm))
	if e != 0 {
		return -1, e
	}
	return int(r), nil
}

func Close(fd int) error { return onFd(SYS_CLOSE, fd, 0, 0) }

func Read(fd int, p []byte) (n int, err error) { return onBytes(SYS_READ, fd, p, 0) }

func Write(fd int, p []byte) (n int, err error) { return onBytes(SYS_WRITE, fd, p, 0) }

func Pread(fd int, p []byte, offset int64) (n int, err error) {
	return onBytes(SYS_PREAD64, fd, p, offset)
}

func Pwrite(fd int, p []byte, offset int64) (n int, err error) {
	return onBytes(SYS_PWRITE64, fd, p, offset)
}

// SetNonblock sets whether operations on fd fail with EAGAIN instead of blocking.
func SetNonblock(fd int, nonblocking bool) error {
	const getfl, setfl = 3, 4
	flags, e := call(SYS_FCNTL, uintptr(fd), getfl, 0)
	if e != 0 {
		return e
	}
	flags &^= O_NONBLOCK
	if nonblocking {
		flags |= O_NONBLOCK
	}
	return onFd(SYS_FCNTL, fd, setfl, int(flags))
}

// Getdents reads directory entries in the kernel's form.
func Getdents(fd int, buf []byte) (n int, err error) { return onBytes(SYS_GETDENTS64, fd, buf, 0) }

func Seek(fd int, offset int64, whence int) (int64, error) {
	r, e := call(SYS_LSEEK, uintptr(fd), uintptr(offset), uintptr(whence))
	if e != 0 {
		return -1, e
	}
	return int64(r), nil
}

func Fsync(fd int) error { return onFd(SYS_FSYNC, fd, 0, 0) }

func Truncate(path string, length int64) error { return onPath(SYS_TRUNCATE, path, int(length), 0) }

func Ftruncate(fd int, length int64) error { return onFd(SYS_FTRUNCATE, fd, int(length), 0) }

func Chdir(path string) error { return onPath(SYS_CHDIR, path, 0, 0) }

func Fchdir(fd int) error { return onFd(SYS_FCHDIR, fd, 0, 0) }

func Mkdir(path string, mode uint32) error { return onPath(SYS_MKDIR, path, int(mode), 0) }

func Rmdir(path string) error { return onPath(SYS_RMDIR, path, 0, 0) }

func Unlink(path string) error { return onPath(SYS_UNLINK, path, 0, 0) }

func Chmod(path string, mode uint32) error { return onPath(SYS_CHMOD, path, int(mode), 0) }

func Fchmod(fd int, mode uint32) error { return onFd(SYS_FCHMOD, fd, int(mode), 0) }

func Chown(path string, uid int, gid int) error { return onPath(SYS_CHOWN, path, uid, gid) }

func Lchown(path string, uid int, gid int) error { return onPath(SYS_LCHOWN, path, uid, gid) }

func Fchown(fd int, uid int, gid int) error { return onFd(SYS_FCHOWN, fd, uid, gid) }

func Rename(from, to string) error { return orNil(callPaths(SYS_RENAME, from, to)) }

func Link(oldpath, newpath string) error { return orNil(callPaths(SYS_LINK, oldpath, newpath)) }

func Symlink(oldpath, newpath string) error { return orNil(callPaths(SYS_SYMLINK, oldpath, newpath)) }

func Readlink(path string, buf []byte) (n int, err error) {
	n, e := callPathBytes(SYS_READLINK, path, buf)
	return n, orNil(e)
}

func Stat(path string, st *Stat_t) error { return orNil(statPath(path, true, st)) }

func Lstat(path string, st *Stat_t) error { return orNil(statPath(path, false, st)) }

func Fstat(fd int, st *Stat_t) error { return orNil(statFd(fd, st)) }

// UtimesNano sets the times of access and modification.
func UtimesNano(path string, ts []Timespec) error {
	if len(ts) != 2 {
		return EINVAL
	}
	return orNil(setTimes(path, ts[0].Nano(), ts[1].Nano()))
}

// Pipe2 makes a pipe: reading from p[0], writing to p[1].
func Pipe2(p []int, flags int) error {
	if len(p) != 2 {
		return EINVAL
	}
	r, w, e := pipe(flags)
	p[0], p[1] = r, w
	return orNil(e)
}

func Getwd() (string, error) {
	buf := make([]byte, 4096)
	n, e := callBytes(SYS_GETCWD, 0, buf, 0)
	if e != 0 {
		return "", e
	}
	if n < 2 || buf[0] != '/' {
		return "", ENOENT // outside the root
	}
	return string(buf[:n-1]), nil
}

func id(trap uintptr) int {
	r, _ := call(trap, 0, 0, 0)
	return int(r)
}

func Getpid() int  { return id(SYS_GETPID) }
func Getppid() int { return id(SYS_GETPPID) }
func Getuid() int  { return id(SYS_GETUID) }
func Geteuid() int { return id(SYS_GETEUID) }
func Getgid() int  { return id(SYS_GETGID) }
func Getegid() int { return id(SYS_GETEGID) }

func Getgroups() (gids []int, err error) { return groups(), nil }

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }

func Kill(pid int, sig Signal) error { return onFd(SYS_KILL, pid, int(sig), 0) }

// Gethostname returns the name of the machine.
func Gethostname() string { return hostname() }

// Args returns the arguments of the process.
func Args() []string { return args() }

// RawConn is a descriptor that callbacks may use.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

// Conn has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}
