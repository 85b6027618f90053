// Package fs is what file systems of all kinds have in common: files, directories, their modes and errors.
package fs

import (
	"internal/oserror"
	"time"
	"unicode/utf8"
)

// Generic errors, for errors.Is.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// FS is a tree of files. Names are slash-separated, without a slash at either end: see ValidPath.
type FS interface {
	Open(name string) (File, error)
}

// File is an open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// ReadDirFile is an open directory. With n > 0, ReadDir returns the next n entries at most, and io.EOF after the
// last; otherwise all that are left.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// DirEntry is a file as its directory knows it.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// FileInfo is what Stat says about a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// ReadDirFS lists directories itself, sorted by name.
type ReadDirFS interface {
	FS
	ReadDir(name string) ([]DirEntry, error)
}

// ReadFileFS reads whole files itself.
type ReadFileFS interface {
	FS
	ReadFile(name string) ([]byte, error)
}

// StatFS stats files without opening them.
type StatFS interface {
	FS
	Stat(name string) (FileInfo, error)
}

// GlobFS finds names itself.
type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// SubFS makes file systems of its subdirectories itself.
type SubFS interface {
	FS
	Sub(dir string) (FS, error)
}

// ValidPath reports whether name may be opened: UTF-8, elements that are not empty, "." or "..", between slashes;
// or just ".", the root.
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		switch name[start:i] {
		case "", ".", "..":
			return false
		}
		start = i + 1
	}
	return true
}

// FileMode is the kind and the permissions of a file.
type FileMode uint32

// The nine lowest bits are the Unix permissions, the highest ones these.
const (
	ModeDir        FileMode = 1 << (32 - 1 - iota) // d: is a directory
	ModeAppend                                     // a: append only
	ModeExclusive                                  // l: exclusive use
	ModeTemporary                                  // T: temporary file
	ModeSymlink                                    // L: symbolic link
	ModeDevice                                     // D: device
	ModeNamedPipe                                  // p: named pipe
	ModeSocket                                     // S: socket
	ModeSetuid                                     // u: set user id
	ModeSetgid                                     // g: set group id
	ModeCharDevice                                 // c: character device, with ModeDevice
	ModeSticky                                     // t: sticky
	ModeIrregular                                  // ?: anything else

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0777
)

// String returns the mode as ls shows it, with the letters above.
func (m FileMode) String() string {
	const kinds = "dalTLDpSugct?"
	var out []byte
	for i := 0; i < len(kinds); i++ {
		if m&(1<<uint(31-i)) != 0 {
			out = append(out, kinds[i])
		}
	}
	if out == nil {
		out = append(out, '-')
	}
	const permissions = "rwxrwxrwx"
	for i := 0; i < len(permissions); i++ {
		if m&(1<<uint(8-i)) != 0 {
			out = append(out, permissions[i])
		} else {
			out = append(out, '-')
		}
	}
	return string(out)
}

// IsDir reports whether m is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether m is a regular file's.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions in m.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the kind of file in m.
func (m FileMode) Type() FileMode { return m & ModeType }

// PathError is a failed operation on a file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the operation took too long.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
