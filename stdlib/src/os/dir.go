package os

import (
	"io"
	"syscall"
)

// dirState is where reading a directory has come to: buf[pos:end] is what the kernel gave and nobody took.
type dirState struct {
	buf      []byte
	pos, end int
}

const dirBuffer = 8192

// A directory entry of the kernel: inode (8 bytes), offset (8), length of the whole (2), kind (1), name and NUL.
const (
	entryLength = 16
	entryKind   = 18
	entryName   = 19
)

// kindOf returns the mode for a kind of directory entry; false if it is not known.
func kindOf(kind byte) (FileMode, bool) {
	switch kind {
	case syscall.DT_BLK:
		return ModeDevice, true
	case syscall.DT_CHR:
		return ModeDevice | ModeCharDevice, true
	case syscall.DT_DIR:
		return ModeDir, true
	case syscall.DT_FIFO:
		return ModeNamedPipe, true
	case syscall.DT_LNK:
		return ModeSymlink, true
	case syscall.DT_REG:
		return 0, true
	case syscall.DT_SOCK:
		return ModeSocket, true
	}
	return 0, false
}

// dirEntry is the DirEntry of this package.
type dirEntry struct {
	dir  string
	name string
	mode FileMode
}

func (e *dirEntry) Name() string            { return e.name }
func (e *dirEntry) IsDir() bool             { return e.mode.IsDir() }
func (e *dirEntry) Type() FileMode          { return e.mode }
func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }

// nextEntry returns the next entry of the directory, with an unknown kind looked up; nil at the end.
func (f *File) nextEntry() (*dirEntry, error) {
	if f.dir == nil {
		f.dir = &dirState{buf: make([]byte, dirBuffer)}
	}
	d := f.dir
	for {
		if d.pos >= d.end {
			n, err := syscall.Getdents(f.fd, d.buf)
			if err != nil {
				return nil, &PathError{Op: "readdirent", Path: f.name, Err: err}
			}
			if n <= 0 {
				return nil, nil
			}
			d.pos = 0
			d.end = n
		}
		entry := d.buf[d.pos:d.end]
		length := int(entry[entryLength]) | int(entry[entryLength+1])<<8
		d.pos += length
		end := entryName
		for end < length && entry[end] != 0 {
			end++
		}
		name := string(entry[entryName:end])
		if name == "." || name == ".." {
			continue
		}
		e := &dirEntry{dir: f.name, name: name}
		mode, known := kindOf(entry[entryKind])
		if !known {
			info, err := e.Info()
			if IsNotExist(err) {
				continue // deleted meanwhile
			}
			if err != nil {
				return nil, err
			}
			mode = info.Mode().Type()
		}
		e.mode = mode
		return e, nil
	}
}

// eachEntry calls use for the next n entries at most, all for n <= 0. With n > 0 the end is io.EOF if there is none
// left.
func (f *File) eachEntry(n int, use func(*dirEntry) error) error {
	if err := f.check(); err != nil {
		return err
	}
	if f.fd < 0 {
		return f.wrap("readdir", ErrClosed)
	}
	for count := 0; n <= 0 || count < n; count++ {
		e, err := f.nextEntry()
		if err != nil {
			return err
		}
		if e == nil {
			if n > 0 && count == 0 {
				return io.EOF
			}
			return nil
		}
		if err := use(e); err != nil {
			return err
		}
	}
	return nil
}

// ReadDir returns the next n entries of a directory at most, and io.EOF after the last; with n <= 0 all that are
// left. They are in the directory's order.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	list := []DirEntry{}
	err := f.eachEntry(n, func(e *dirEntry) error {
		list = append(list, e)
		return nil
	})
	return list, err
}

// Readdirnames is ReadDir of the names.
func (f *File) Readdirnames(n int) (names []string, err error) {
	names = []string{}
	err = f.eachEntry(n, func(e *dirEntry) error {
		names = append(names, e.name)
		return nil
	})
	return names, err
}

// Readdir is ReadDir with what Lstat says of each. Files deleted meanwhile are left out.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list := []FileInfo{}
	err := f.eachEntry(n, func(e *dirEntry) error {
		info, err := e.Info()
		if err == nil {
			list = append(list, info)
		} else if !IsNotExist(err) {
			return err
		}
		return nil
	})
	return list, err
}

// ReadDir returns the entries of a directory, sorted by name; after an error those read before it.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sortEntries(list, make([]DirEntry, len(list)))
	return list, err
}

// sortEntries sorts list by name, by merging. spare is as large as list.
func sortEntries(list, spare []DirEntry) {
	if len(list) < 2 {
		return
	}
	half := len(list) / 2
	sortEntries(list[:half], spare)
	sortEntries(list[half:], spare)
	n := copy(spare, list[:half])
	i, j := 0, half
	for k := 0; i < n; k++ {
		if j < len(list) && list[j].Name() < spare[i].Name() {
			list[k] = list[j]
			j++
		} else {
			list[k] = spare[i]
			i++
		}
	}
}
