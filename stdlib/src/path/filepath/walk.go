package filepath

import (
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
)

// SkipDir, returned by a function that Walk or WalkDir calls, skips the directory: the one named, or for a file
// the rest of the one that it is in.
var SkipDir error = fs.SkipDir

// SkipAll, returned by a function that Walk or WalkDir calls, ends the walk without an error.
var SkipAll error = fs.SkipAll

// WalkFunc is called by Walk for each file, with what Lstat says of it; err is why a file or directory could not
// be read. Its own error ends the walk, unless it is SkipDir.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls fn for root and all files below, in lexical order within a directory; it does not follow symbolic
// links. See fs.WalkDirFunc for what fn is told and may return.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, entry fs.DirEntry, fn fs.WalkDirFunc) error {
	err := fn(path, entry, nil)
	if err != nil || !entry.IsDir() {
		return skipped(err, entry.IsDir())
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		// Told a second time, with the error; what could be read is walked if fn does not mind.
		if err = fn(path, entry, err); err != nil {
			return skipped(err, true)
		}
	}
	for _, e := range entries {
		if err := walkDir(Join(path, e.Name()), e, fn); err != nil {
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

// Walk calls fn for root and all files below, in lexical order within a directory; it does not follow symbolic
// links. WalkDir asks the system for less.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, readErr := readNames(path)
	if err := fn(path, info, readErr); err != nil || readErr != nil {
		return err
	}
	for _, name := range names {
		file := Join(path, name)
		info, err := os.Lstat(file)
		if err != nil {
			if err = fn(file, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err = walk(file, info, fn); err != nil && !(err == SkipDir && info.IsDir()) {
			return err
		}
	}
	return nil
}

// readNames returns the sorted names in a directory.
func readNames(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	names, err := f.Readdirnames(-1)
	f.Close()
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	return names, nil
}

// ErrBadPattern is a malformed pattern.
var ErrBadPattern = path.ErrBadPattern

// Match reports whether name matches the shell pattern: see path.Match.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

const globDepthMax = 10000

// Glob returns the files that match pattern, in the order of a walk. Errors of reading directories are ignored;
// the only one it returns is ErrBadPattern.
func Glob(pattern string) (matches []string, err error) { return glob(pattern, 0) }

func glob(pattern string, depth int) (matches []string, err error) {
	if depth == globDepthMax {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = trimSlash(dir)
	}
	if !hasMeta(dir) {
		return globIn(dir, file, nil)
	}
	if dir == pattern {
		return nil, ErrBadPattern // cutting got nowhere
	}
	dirs, err := glob(dir, depth+1)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globIn(d, file, matches); err != nil {
			return matches, err
		}
	}
	return matches, nil
}

// globIn adds the files of dir whose names match.
func globIn(dir, pattern string, matches []string) ([]string, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return matches, nil
	}
	names, _ := readNames(dir)
	for _, name := range names {
		matched, err := Match(pattern, name)
		if err != nil {
			return matches, err
		}
		if matched {
			matches = append(matches, Join(dir, name))
		}
	}
	return matches, nil
}

// hasMeta reports whether a pattern is more than a name.
func hasMeta(pattern string) bool { return strings.ContainsAny(pattern, `*?[\`) }
