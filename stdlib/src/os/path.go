package os

import (
	"errors"
	"strconv"
	"syscall"
	"time"
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
)

// IsPathSeparator reports whether c separates directories in a path.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// onPath turns the error of a call on a path into the one to return.
func onPath(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: err}
}

// Mkdir creates a directory.
func Mkdir(name string, perm FileMode) error {
	return onPath("mkdir", name, syscall.Mkdir(name, unixMode(perm)))
}

// MkdirAll creates a directory and those above it that do not exist.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		// Somebody else may have been faster, or path ends in "." or "..".
		if info, statErr := Lstat(path); statErr == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	fileErr := syscall.Unlink(name)
	if fileErr == nil {
		return nil
	}
	err := syscall.Rmdir(name)
	if err == syscall.ENOTDIR {
		err = fileErr // it was no directory: the first error is the interesting one
	}
	return onPath("remove", name, err)
}

// Rename moves a file, over another one if there is one.
func Rename(oldpath, newpath string) error {
	// The kernel would replace an empty directory.
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if old, err := Lstat(oldpath); err != nil {
			return &LinkError{"rename", oldpath, newpath, inner(err)}
		} else if newpath == oldpath || !SameFile(info, old) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return onPaths("rename", oldpath, newpath, syscall.Rename(oldpath, newpath))
}

func onPaths(op, from, to string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, from, to, err}
}

// Link makes newname another name of oldname.
func Link(oldname, newname string) error {
	return onPaths("link", oldname, newname, syscall.Link(oldname, newname))
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return onPaths("symlink", oldname, newname, syscall.Symlink(oldname, newname))
}

// Readlink returns what a symbolic link points to.
func Readlink(name string) (string, error) {
	for size := 128; ; size *= 2 {
		buf := make([]byte, size)
		n, err := syscall.Readlink(name, buf)
		if err != nil {
			return "", &PathError{Op: "readlink", Path: name, Err: err}
		}
		if n < size {
			return string(buf[:n]), nil
		}
	}
}

// Truncate changes the size of a file.
func Truncate(name string, size int64) error {
	return onPath("truncate", name, syscall.Truncate(name, size))
}

// Chmod changes the mode of a file.
func Chmod(name string, mode FileMode) error {
	return onPath("chmod", name, syscall.Chmod(name, unixMode(mode)))
}

// Chown changes the owner and group of a file; -1 keeps one.
func Chown(name string, uid, gid int) error {
	return onPath("chown", name, syscall.Chown(name, uid, gid))
}

// Lchown is Chown of a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return onPath("lchown", name, syscall.Lchown(name, uid, gid))
}

// Chtimes changes the times of access and modification.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	times := []syscall.Timespec{
		{Sec: atime.Unix(), Nsec: int64(atime.Nanosecond())},
		{Sec: mtime.Unix(), Nsec: int64(mtime.Nanosecond())},
	}
	return onPath("chtimes", name, syscall.UtimesNano(name, times))
}

// Chdir changes the current directory.
func Chdir(dir string) error { return onPath("chdir", dir, syscall.Chdir(dir)) }

// Getwd returns the current directory, by the name in $PWD if that is right.
func Getwd() (dir string, err error) {
	if dir = Getenv("PWD"); len(dir) > 0 && dir[0] == '/' {
		named, err1 := Stat(dir)
		here, err2 := Stat(".")
		if err1 == nil && err2 == nil && SameFile(named, here) {
			return dir, nil
		}
	}
	dir, err = syscall.Getwd()
	return dir, NewSyscallError("getwd", err)
}

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// tempAttempts is how many names are tried.
const tempAttempts = 10000

// tempNames returns what comes before and after the random part of the names that pattern makes in dir.
func tempNames(op, dir, pattern string) (prefix, suffix string, err error) {
	if dir == "" {
		dir = TempDir()
	}
	prefix = pattern
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return "", "", &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
		}
	}
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + prefix, suffix, nil
}

// randomPart returns a number that other processes and calls are unlikely to choose.
func randomPart(attempt int) string {
	n := uint64(time.Now().UnixNano())*0x9E3779B97F4A7C15 + uint64(syscall.Getpid()) + uint64(attempt)<<40
	return strconv.FormatUint((n^n>>29)%10000000000, 10)
}

// CreateTemp creates a new file in dir (TempDir if empty) with a random number for the last * of pattern, or
// behind it, and opens it.
func CreateTemp(dir, pattern string) (*File, error) {
	prefix, suffix, err := tempNames("createtemp", dir, pattern)
	if err != nil {
		return nil, err
	}
	for attempt := 0; ; attempt++ {
		f, err := OpenFile(prefix+randomPart(attempt)+suffix, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) {
			return f, err
		}
		if attempt == tempAttempts {
			return nil, &PathError{Op: "createtemp", Path: prefix + "*" + suffix, Err: ErrExist}
		}
	}
}

// MkdirTemp creates a new directory in dir (TempDir if empty), named as CreateTemp does, and returns its path.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	prefix, suffix, err := tempNames("mkdirtemp", dir, pattern)
	if err != nil {
		return "", err
	}
	for attempt := 0; ; attempt++ {
		name := prefix + randomPart(attempt) + suffix
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if IsNotExist(err) {
			if _, statErr := Stat(dir); IsNotExist(statErr) {
				return "", statErr // it is the folder that is not there
			}
		}
		if !IsExist(err) {
			return "", err
		}
		if attempt == tempAttempts {
			return "", &PathError{Op: "mkdirtemp", Path: prefix + "*" + suffix, Err: ErrExist}
		}
	}
}
