// Package fstest has a file system in memory, and a test of file systems. Mirrors: src/testing/fstest (Go 1.19).
package fstest

import (
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"
)

// A MapFS is files in memory, by path. Directories need not be there: they follow from the paths.
type MapFS map[string]*MapFile

// A MapFile is a file, or with the mode fs.ModeDir a directory.
type MapFile struct {
	Data    []byte
	Mode    fs.FileMode // type and permissions
	ModTime time.Time
	Sys     any
}

// info is a MapFile with its name.
type info struct {
	name string
	f    *MapFile
}

func (i *info) Name() string               { return i.name }
func (i *info) Size() int64                { return int64(len(i.f.Data)) }
func (i *info) Mode() fs.FileMode          { return i.f.Mode }
func (i *info) Type() fs.FileMode          { return i.f.Mode.Type() }
func (i *info) ModTime() time.Time         { return i.f.ModTime }
func (i *info) IsDir() bool                { return i.f.Mode&fs.ModeDir != 0 }
func (i *info) Sys() any                   { return i.f.Sys }
func (i *info) Info() (fs.FileInfo, error) { return i, nil }
func (i *info) String() string             { return fs.FormatFileInfo(i) }

func notExist(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist} }

// Open opens a file or directory.
func (m MapFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, notExist("open", name)
	}
	f := m[name]
	if f != nil && f.Mode&fs.ModeDir == 0 {
		return &openFile{name, info{path.Base(name), f}, 0}, nil
	}
	entries, found := m.entries(name)
	if f == nil {
		if !found && name != "." {
			return nil, notExist("open", name)
		}
		f = &MapFile{Mode: fs.ModeDir | 0555}
	}
	return &openDir{name, info{path.Base(name), f}, entries, 0}, nil
}

// entries returns what is in a directory, by name, and whether there is anything.
func (m MapFS) entries(dir string) (list []fs.DirEntry, found bool) {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	seen := map[string]*MapFile{}
	for name, f := range m {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || rest == "" || rest == "." {
			continue
		}
		found = true
		first, _, deeper := strings.Cut(rest, "/")
		if !deeper {
			seen[first] = f
		} else if seen[first] == nil {
			seen[first] = m[prefix+first]
		}
	}
	for name, f := range seen {
		if f == nil {
			f = &MapFile{Mode: fs.ModeDir | 0555}
		}
		list = append(list, &info{name, f})
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, found
}

// onlyFS hides methods, so that the functions of package fs do not call back.
type onlyFS struct{ fs.FS }

// ReadFile returns the content of a file.
func (m MapFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(onlyFS{m}, name) }

// Stat returns what is known of a file.
func (m MapFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(onlyFS{m}, name) }

// ReadDir returns what is in a directory.
func (m MapFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(onlyFS{m}, name) }

// Glob returns the paths that match a pattern.
func (m MapFS) Glob(pattern string) ([]string, error) { return fs.Glob(onlyFS{m}, pattern) }

// Sub returns the file system below a directory.
func (m MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(subFS{onlyFS{m}}, dir) }

type subFS struct{ onlyFS }

type openFile struct {
	path string
	info
	at int64
}

func (f *openFile) Stat() (fs.FileInfo, error) { return &f.info, nil }
func (f *openFile) Close() error               { return nil }

func (f *openFile) fail(op string, err error) error {
	return &fs.PathError{Op: op, Path: f.path, Err: err}
}

func (f *openFile) Read(b []byte) (int, error) {
	if f.at < 0 {
		return 0, f.fail("read", fs.ErrInvalid)
	}
	if f.at >= f.Size() {
		return 0, io.EOF
	}
	n := copy(b, f.f.Data[f.at:])
	f.at += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.at
	case io.SeekEnd:
		offset += f.Size()
	}
	if offset < 0 || offset > f.Size() {
		return 0, f.fail("seek", fs.ErrInvalid)
	}
	f.at = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > f.Size() {
		return 0, f.fail("read", fs.ErrInvalid)
	}
	n := copy(b, f.f.Data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	path string
	info
	entries []fs.DirEntry
	at      int
}

func (d *openDir) Stat() (fs.FileInfo, error) { return &d.info, nil }
func (d *openDir) Close() error               { return nil }
func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: fs.ErrInvalid}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.entries) - d.at
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	list := append([]fs.DirEntry(nil), d.entries[d.at:d.at+n]...)
	d.at += n
	return list, nil
}
