package fs

import (
	"errors"
	"io"
	"path"
)

// ReadFile returns the contents of a file.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if own, ok := fsys.(ReadFileFS); ok {
		return own.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Stat returns what is known about a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if own, ok := fsys.(StatFS); ok {
		return own.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if own, ok := fsys.(ReadDirFS); ok {
		return own.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{Op: "readdir", Path: name, Err: errors.New("not implemented")}
	}
	list, err := dir.ReadDir(-1)
	sortEntries(list)
	return list, err
}

// sortEntries sorts by name. Mostly they are nearly sorted, or few.
func sortEntries(list []DirEntry) {
	for i := 1; i < len(list); i++ {
		e, name := list[i], list[i].Name()
		// The place is searched by halves; moving is cheap beside comparing.
		lo, hi := 0, i
		for lo < hi {
			mid := int(uint(lo+hi) >> 1)
			if list[mid].Name() <= name {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		copy(list[lo+1:i+1], list[lo:i])
		list[lo] = e
	}
}

// FileInfoToDirEntry returns the entry that says what info says, nil for nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return dirInfo{info}
}

type dirInfo struct {
	info FileInfo
}

func (d dirInfo) Name() string            { return d.info.Name() }
func (d dirInfo) IsDir() bool             { return d.info.IsDir() }
func (d dirInfo) Type() FileMode          { return d.info.Mode().Type() }
func (d dirInfo) Info() (FileInfo, error) { return d.info, nil }

// SkipDir, returned by a WalkDirFunc, skips the directory: the one named, or for a file the rest of the one that
// it is in.
var SkipDir = errors.New("skip this directory")

// SkipAll, returned by a WalkDirFunc, ends the walk without an error.
var SkipAll = errors.New("skip everything and stop the walk")

// WalkDirFunc is called by WalkDir for each file. A directory that cannot be read is named a second time, with the
// error; so is a root that cannot be found (d is then nil). What it returns ends the walk, unless it is SkipDir; SkipAll is
// no error of the walk.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for root and all files below, in lexical order within a directory.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(fsys, root, dirInfo{info}, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	err := fn(name, d, nil)
	if err != nil || !d.IsDir() {
		return skipped(err, d.IsDir())
	}
	entries, err := ReadDir(fsys, name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			return skipped(err, true)
		}
	}
	for _, e := range entries {
		if err := walkDir(fsys, path.Join(name, e.Name()), e, fn); err != nil {
			return skipped(err, true)
		}
	}
	return nil
}

// skipped turns SkipDir for a directory into no error.
func skipped(err error, isDir bool) error {
	if err == SkipDir && isDir {
		return nil
	}
	return err
}

// Glob returns the names that match the pattern (see path.Match), in the order of a walk. Errors of reading are
// ignored; the only one it returns is path.ErrBadPattern.
func Glob(fsys FS, pattern string) (matches []string, err error) { return glob(fsys, pattern, 0) }

const globDepthMax = 10000

func glob(fsys FS, pattern string, depth int) (matches []string, err error) {
	if depth > globDepthMax {
		return nil, path.ErrBadPattern
	}
	if own, ok := fsys.(GlobFS); ok {
		return own.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globIn(fsys, dir, file, nil)
	}
	if dir == pattern {
		return nil, path.ErrBadPattern
	}
	dirs, err := glob(fsys, dir, depth+1)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globIn(fsys, d, file, matches); err != nil {
			return matches, err
		}
	}
	return matches, nil
}

// globIn adds the files of dir whose names match.
func globIn(fsys FS, dir, pattern string, matches []string) ([]string, error) {
	entries, err := ReadDir(fsys, dir)
	if err != nil {
		return matches, nil
	}
	for _, e := range entries {
		matched, err := path.Match(pattern, e.Name())
		if err != nil {
			return matches, err
		}
		if matched {
			matches = append(matches, path.Join(dir, e.Name()))
		}
	}
	return matches, nil
}

// hasMeta reports whether a pattern is more than a name.
func hasMeta(pattern string) bool {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
