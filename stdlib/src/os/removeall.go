package os

import (
	"internal/bytealg"
	"io"
	"syscall"
	"unsafe"
)

const atRemovedir = 0x200 // of unlinkat: the name is a directory's

// RemoveAll removes a file or a directory with all that is in it. It is no error if there is nothing.
//
// Below path it goes from directory to directory by descriptors: no name is too long, and nobody can lead it elsewhere by putting
// a symbolic link where a directory was.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) >= 2 && path[len(path)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	dir, base := ".", path
	if slash := bytealg.LastIndexByteString(path, '/'); slash >= 0 {
		dir, base = path[:slash], path[slash+1:]
		if dir == "" {
			dir = "/"
		}
	}
	parent, err := Open(dir)
	if err != nil {
		if IsNotExist(err) {
			return nil
		}
		return err
	}
	defer parent.Close()
	if e := removeAllFrom(parent, base); e != nil {
		if e.Path = dir + "/" + e.Path; dir == "." || dir == "/" {
			e.Path = path[:len(path)-len(base)] + e.Path[len(dir)+1:]
		}
		return e
	}
	return nil
}

// at makes a system call about the name in a directory.
func at(trap uintptr, dir *File, name string, flags int) (uintptr, error) {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return 0, err
	}
	for {
		r, _, e := syscall.Syscall6(trap, uintptr(dir.fd), uintptr(unsafe.Pointer(p)), uintptr(flags), 0, 0, 0)
		if e == 0 {
			return r, nil
		}
		if e != syscall.EINTR {
			return 0, e
		}
	}
}

// removeAllFrom removes what has the name in the directory. The path of the error is relative to the directory.
func removeAllFrom(parent *File, name string) *PathError {
	const flags = O_RDONLY | syscall.O_CLOEXEC | syscall.O_NOFOLLOW | syscall.O_DIRECTORY
	_, err := at(syscall.SYS_UNLINKAT, parent, name, 0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	if err != syscall.EISDIR && err != syscall.EPERM && err != syscall.EACCES {
		return &PathError{Op: "unlinkat", Path: name, Err: err}
	}
	var first *PathError
	for again := true; again; {
		again = false
		fd, openErr := at(syscall.SYS_OPENAT, parent, name, flags)
		if openErr == syscall.ENOENT {
			return nil
		}
		if openErr == syscall.ENOTDIR || openErr == syscall.ELOOP {
			return &PathError{Op: "unlinkat", Path: name, Err: err}
		}
		if openErr != nil {
			first = &PathError{Op: "openfdat", Path: name, Err: openErr}
			break
		}
		dir := NewFile(fd, name)
		var removed bool
		removed, first = removeEntries(dir)
		dir.Close()
		// Removing while reading may have hidden some from us.
		again = removed && first == nil
	}
	_, err = at(syscall.SYS_UNLINKAT, parent, name, atRemovedir)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	if first != nil {
		return first
	}
	return &PathError{Op: "unlinkat", Path: name, Err: err}
}

// removeEntries removes what is in a directory as far as it can, and returns the first error.
func removeEntries(dir *File) (removed bool, first *PathError) {
	for {
		names, err := dir.Readdirnames(1024)
		for _, name := range names {
			e := removeAllFrom(dir, name)
			removed = removed || e == nil
			if e != nil && first == nil {
				e.Path = dir.name + "/" + e.Path
				first = e
			}
		}
		if err != nil {
			if err != io.EOF && first == nil {
				first = &PathError{Op: "readdirnames", Path: dir.name, Err: err}
			}
			return removed, first
		}
	}
}
