// Package embed holds files that //go:embed put into the program.
//
// The compiler reads the files and, before any other variable of the package is set, calls newFS with all of them in one
// string, of which each file's data is a part: nothing is copied.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"time"
)

// An FS is a read-only tree of files. The zero value is an empty one.
type FS struct {
	files *[]file // by folder, then by name; folders' names end in a slash
}

// split takes dir/elem apart; a folder's trailing slash is not part of its name.
func split(name string) (dir, elem string, isDir bool) {
	if strings.HasSuffix(name, "/") {
		isDir = true
		name = name[:len(name)-1]
	}
	i := strings.LastIndexByte(name, '/')
	if i < 0 {
		return ".", name, isDir
	}
	return name[:i], name[i+1:], isDir
}

// newFS unpacks  { name NUL length NUL data }.
func newFS(packed string) FS {
	var files []file
	dirs := map[string]bool{}
	for packed != "" {
		end := strings.IndexByte(packed, 0)
		name := packed[:end]
		packed = packed[end+1:]
		end = strings.IndexByte(packed, 0)
		size, _ := strconv.Atoi(packed[:end])
		packed = packed[end+1:]
		files = append(files, file{name, packed[:size]})
		packed = packed[size:]
		for dir, _, _ := split(name); dir != "." && !dirs[dir]; dir, _, _ = split(dir) {
			dirs[dir] = true
			files = append(files, file{name: dir + "/"})
		}
	}
	sort.Slice(files, func(i, j int) bool {
		di, ei, _ := split(files[i].name)
		dj, ej, _ := split(files[j].name)
		return di < dj || di == dj && ei < ej
	})
	return FS{&files}
}

// A file is its own description.
type file struct {
	name string
	data string
}

func (f *file) Name() string {
	_, elem, _ := split(f.name)
	return elem
}

func (f *file) IsDir() bool {
	_, _, isDir := split(f.name)
	return isDir
}

func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0555
	}
	return 0444
}

var root = &file{name: "./"}

func (f FS) lookup(name string) *file {
	if !fs.ValidPath(name) {
		return nil
	}
	if name == "." {
		return root
	}
	if f.files == nil {
		return nil
	}
	dir, elem, _ := split(name)
	files := *f.files
	i := sort.Search(len(files), func(i int) bool {
		di, ei, _ := split(files[i].name)
		return di > dir || di == dir && ei >= elem
	})
	if i < len(files) {
		if di, ei, _ := split(files[i].name); di == dir && ei == elem {
			return &files[i]
		}
	}
	return nil
}

// The entries of a folder stand side by side.
func (f FS) entries(dir string) []file {
	if f.files == nil {
		return nil
	}
	files := *f.files
	folder := func(i int) string {
		d, _, _ := split(files[i].name)
		return d
	}
	from := sort.Search(len(files), func(i int) bool { return folder(i) >= dir })
	to := sort.Search(len(files), func(i int) bool { return folder(i) > dir })
	return files[from:to]
}

// Open opens the file for reading. What it returns is an io.Seeker and an io.ReaderAt if it is no folder.
func (f FS) Open(name string) (fs.File, error) {
	file := f.lookup(name)
	if file == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if file.IsDir() {
		return &openDir{file, f.entries(name), 0}, nil
	}
	return &openFile{file, 0}, nil
}

// ReadDir returns the entries of a folder, by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := file.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	list := make([]fs.DirEntry, len(dir.files))
	for i := range list {
		list[i] = &dir.files[i]
	}
	return list, nil
}

// ReadFile returns the content of a file.
func (f FS) ReadFile(name string) ([]byte, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	open, ok := file.(*openFile)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(open.f.data), nil
}

type openFile struct {
	f      *file
	offset int64
}

func (f *openFile) Close() error               { return nil }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.f, nil }

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.f.data)) {
		return 0, io.EOF
	}
	if f.offset < 0 {
		return 0, &fs.PathError{Op: "read", Path: f.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += int64(len(f.f.data))
	}
	if offset < 0 || offset > int64(len(f.f.data)) {
		return 0, &fs.PathError{Op: "seek", Path: f.f.name, Err: fs.ErrInvalid}
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.f.data)) {
		return 0, &fs.PathError{Op: "read", Path: f.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	f      *file
	files  []file
	offset int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.f, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.f.name, Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.files) - d.offset
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = &d.files[d.offset+i]
	}
	d.offset += n
	return list, nil
}
