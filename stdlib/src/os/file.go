package os

import (
	"errors"
	"internal/poll"
	"io"
	"io/fs"
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// Flags of OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Whence of Seek.
//
// Deprecated: package io has them.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// DevNull is the file that is always empty.
const DevNull = "/dev/null"

// The standard streams.
var (
	Stdin  = NewFile(uintptr(syscall.Stdin), "/dev/stdin")
	Stdout = NewFile(uintptr(syscall.Stdout), "/dev/stdout")
	Stderr = NewFile(uintptr(syscall.Stderr), "/dev/stderr")
)

// File is an open file. Its methods may be called from several goroutines.
type File struct {
	fd       int // -1 once closed
	name     string
	appended bool      // opened with O_APPEND: WriteAt makes no sense
	dir      *dirState // of the ReadDir family
	poll     *poll.FD  // nil: operations on it block their thread
}

// NewFile returns a File of a descriptor that is open; nil if fd is negative.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	f := &File{fd: int(fd), name: name}
	if flags, _, e := syscall.RawSyscall(syscall.SYS_FCNTL, fd, syscall.F_GETFL, 0); e == 0 && flags&syscall.O_NONBLOCK != 0 {
		f.poll = poll.Open(f.fd)
	}
	return f
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create creates a file, or empties it, and opens it for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file as flag says; perm is for one that it creates.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, err := syscall.Open(name, flag|syscall.O_CLOEXEC, unixMode(perm))
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
	f := NewFile(uintptr(fd), name)
	f.appended = flag&O_APPEND != 0
	runtime.SetFinalizer(f, (*File).Close)
	return f, nil
}

// Pipe returns a pipe: what is written to w is read from r.
func Pipe() (r *File, w *File, err error) {
	var p [2]int
	if err := syscall.Pipe2(p[:], syscall.O_CLOEXEC); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	r, w = NewFile(uintptr(p[0]), "|0"), NewFile(uintptr(p[1]), "|1")
	r.poll, w.poll = poll.Open(r.fd), poll.Open(w.fd)
	runtime.SetFinalizer(r, (*File).Close)
	runtime.SetFinalizer(w, (*File).Close)
	return r, w, nil
}

// Name returns the name that f was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the descriptor, which is f's and is closed with it. It blocks from then on, as those who use it expect.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	if f.poll != nil {
		f.poll.SetBlocking()
	}
	return uintptr(f.fd)
}

// check returns why f cannot be used.
func (f *File) check() error {
	if f == nil {
		return ErrInvalid
	}
	return nil
}

// wrap makes the error of an operation on f; io.EOF and nil stay.
func (f *File) wrap(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if f.fd < 0 || err == poll.ErrFileClosing {
		err = ErrClosed
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// Close closes f.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return f.wrap("close", ErrClosed)
	}
	var err error
	if f.poll != nil {
		err = f.poll.Close()
	} else {
		err = syscall.Close(f.fd)
	}
	if err != nil {
		err = f.wrap("close", err)
	}
	f.fd = -1
	f.dir = nil
	runtime.SetFinalizer(f, nil)
	return err
}

// Read reads up to len(b) bytes.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if len(b) == 0 && f.fd >= 0 {
		return 0, nil
	}
	if f.poll != nil {
		n, err = f.poll.Read(b)
	} else {
		n, err = syscall.Read(f.fd, b)
	}
	if err != nil {
		return 0, f.wrap("read", err)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes from off on; fewer only with an error.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		k, err := syscall.Pread(f.fd, b[n:], off+int64(n))
		if err != nil {
			return n, f.wrap("read", err)
		}
		if k == 0 {
			return n, io.EOF
		}
		n += k
	}
	return n, nil
}

// ReadFrom writes all of r to f.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// onlyWriter hides ReadFrom from io.Copy.
type onlyWriter struct {
	io.Writer
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if len(b) == 0 && f.fd >= 0 {
		return 0, nil
	}
	if f.poll != nil {
		n, err = f.poll.Write(b)
		return n, f.wrap("write", err)
	}
	for {
		k, err := syscall.Write(f.fd, b[n:])
		if k > 0 {
			n += k
		}
		if err != nil {
			return n, f.wrap("write", err)
		}
		if n == len(b) {
			return n, nil
		}
		if k == 0 {
			return n, f.wrap("write", io.ErrUnexpectedEOF)
		}
	}
}

// WriteAt writes all of b from off on.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if f.appended {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		k, err := syscall.Pwrite(f.fd, b[n:], off+int64(n))
		if err != nil {
			return n, f.wrap("write", err)
		}
		n += k
	}
	return n, nil
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s))) // nobody writes to it
}

// Seek sets the offset of the next Read or Write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	ret, err = syscall.Seek(f.fd, offset, whence)
	if err == nil && f.dir != nil && ret != 0 {
		err = syscall.EISDIR
	}
	if err != nil {
		return 0, f.wrap("seek", err)
	}
	f.dir = nil
	return ret, nil
}

// Sync has the kernel write what it still holds of f to the disk.
func (f *File) Sync() error { return f.do("sync", syscall.Fsync(f.descriptor())) }

// Truncate changes the size of f.
func (f *File) Truncate(size int64) error {
	return f.do("truncate", syscall.Ftruncate(f.descriptor(), size))
}

// Chmod changes the mode of f.
func (f *File) Chmod(mode FileMode) error {
	return f.do("chmod", syscall.Fchmod(f.descriptor(), unixMode(mode)))
}

// Chown changes the owner and group of f; -1 keeps one.
func (f *File) Chown(uid, gid int) error {
	return f.do("chown", syscall.Fchown(f.descriptor(), uid, gid))
}

// Chdir makes f the current directory.
func (f *File) Chdir() error { return f.do("chdir", syscall.Fchdir(f.descriptor())) }

// descriptor is -1, which no system call takes, for a nil File.
func (f *File) descriptor() int {
	if f == nil {
		return -1
	}
	return f.fd
}

// do turns the error of a call on f into the one to return.
func (f *File) do(op string, err error) error {
	if f == nil {
		return ErrInvalid
	}
	return f.wrap(op, err)
}

// SetDeadline sets the time at which reads and writes fail with ErrDeadlineExceeded, those under way too. The zero Time takes
// it back. Only what the kernel can poll, like a pipe, has deadlines; others return ErrNoDeadline.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline(t, (*poll.FD).SetDeadline) }

// SetReadDeadline is SetDeadline for reads.
func (f *File) SetReadDeadline(t time.Time) error {
	return f.setDeadline(t, (*poll.FD).SetReadDeadline)
}

// SetWriteDeadline is SetDeadline for writes.
func (f *File) SetWriteDeadline(t time.Time) error {
	return f.setDeadline(t, (*poll.FD).SetWriteDeadline)
}

func (f *File) setDeadline(t time.Time, set func(*poll.FD, time.Time) error) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return poll.ErrFileClosing
	}
	if f.poll == nil {
		return ErrNoDeadline
	}
	return set(f.poll, t)
}

// SyscallConn returns the descriptor for callbacks.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	return rawFile{f}, nil
}

type rawFile struct {
	f *File
}

func (r rawFile) Control(f func(fd uintptr)) error {
	if r.f.fd < 0 {
		return r.f.wrap("control", ErrClosed)
	}
	f(uintptr(r.f.fd))
	return nil
}

func (r rawFile) Read(f func(fd uintptr) (done bool)) error { return r.until(f) }

func (r rawFile) Write(f func(fd uintptr) (done bool)) error { return r.until(f) }

// until calls f until it is done. Files never make it wait.
func (r rawFile) until(f func(fd uintptr) (done bool)) error {
	return r.Control(func(fd uintptr) {
		for !f(fd) {
			runtime.Gosched()
		}
	})
}

// ReadFile returns the contents of a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 512
	if info, err := f.Stat(); err == nil && info.Size() >= int64(size) {
		size = int(info.Size()) + 1 // one more shows the end
	}
	data := make([]byte, 0, size)
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
	}
}

// WriteFile makes data the contents of a file, which it creates with perm if needed.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// DirFS returns the tree below dir as an fs.FS.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (dir dirFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &PathError{Op: "open", Path: name, Err: ErrInvalid}
	}
	f, err := Open(string(dir) + "/" + name)
	if err != nil {
		if e, ok := err.(*PathError); ok {
			e.Path = name
		}
		return nil, err
	}
	return f, nil
}

func (dir dirFS) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &PathError{Op: "stat", Path: name, Err: ErrInvalid}
	}
	info, err := Stat(string(dir) + "/" + name)
	if err != nil {
		if e, ok := err.(*PathError); ok {
			e.Path = name
		}
		return nil, err
	}
	return info, nil
}
