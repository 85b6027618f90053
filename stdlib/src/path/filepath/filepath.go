// Package filepath works on the names of files, as the operating system writes them: here, with slashes. What
// only concerns the words of a path is package path's.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// Clean returns the shortest path that means the same, by words alone: see path.Clean.
func Clean(path_ string) string { return path.Clean(path_) }

// ToSlash returns path with slashes for Separators: itself.
func ToSlash(path string) string { return path }

// FromSlash returns path with Separators for slashes: itself.
func FromSlash(path string) string { return path }

// SplitList returns the elements of a list of paths, such as PATH; none for an empty one.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// Split cuts path behind its last Separator.
func Split(path_ string) (dir, file string) { return path.Split(path_) }

// Join joins the elements that are not empty with Separators and cleans the result; it is empty if all are.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext returns the end of path from the last dot of its last element on, empty without one.
func Ext(path_ string) string { return path.Ext(path_) }

// Base returns the last element of path: "." if path is empty, a Separator if it is all Separators.
func Base(path_ string) string { return path.Base(path_) }

// Dir returns all but the last element of path, cleaned.
func Dir(path_ string) string { return path.Dir(path_) }

// IsAbs reports whether path starts at the root.
func IsAbs(path_ string) bool { return path.IsAbs(path_) }

// VolumeName returns what of path names a drive: nothing.
func VolumeName(path string) string { return "" }

// HasPrefix reports whether p starts with prefix, in bytes.
//
// Deprecated: it does not know where elements end.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Abs returns path, cleaned, from the root: a relative one starts at the current directory.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, path), nil
}

// Rel returns a path that leads from basepath to targpath. It is an error if that takes knowing the current
// directory.
func Rel(basepath, targpath string) (string, error) {
	base, target := Clean(basepath), Clean(targpath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	fail := errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	if IsAbs(base) != IsAbs(target) {
		return "", fail
	}
	// Drop the elements that both start with.
	for base != "" && target != "" {
		b, baseRest, _ := strings.Cut(base, "/")
		t, targetRest, _ := strings.Cut(target, "/")
		if b != t {
			break
		}
		base, target = baseRest, targetRest
	}
	if base == ".." || strings.HasPrefix(base, "../") {
		return "", fail
	}
	if base == "" {
		return target, nil
	}
	up := ".." + strings.Repeat("/..", strings.Count(base, "/"))
	if target == "" {
		return up, nil
	}
	return up + "/" + target, nil
}

const linksMax = 255 // symbolic links that EvalSymlinks follows before it suspects a cycle

// EvalSymlinks returns path, cleaned, with all symbolic links replaced by what they point to. A relative path
// stays relative unless a link is absolute.
func EvalSymlinks(path string) (string, error) {
	done := "" // resolved, in front of path
	if IsAbs(path) {
		done = "/"
	}
	for links := 0; path != ""; {
		var element string
		var slash bool // something follows, if only the slash: element must be a directory
		element, path, slash = strings.Cut(path, "/")
		switch element {
		case "", ".":
			continue
		case "..":
			// Up, unless there is nothing to go up from.
			switch {
			case done == "" || done == ".." || strings.HasSuffix(done, "/.."):
				done = joinRaw(done, "..")
			case done != "/":
				done, _ = Split(done)
				done = trimSlash(done)
			}
			continue
		}
		next := joinRaw(done, element)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if slash && !info.IsDir() {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > linksMax {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			done = "/"
		}
		if slash {
			link += "/"
		}
		path = link + path
	}
	return Clean(done), nil
}

// joinRaw adds an element to a path without cleaning it.
func joinRaw(dir, element string) string {
	if dir == "" || dir == "/" {
		return dir + element
	}
	return dir + "/" + element
}

// trimSlash drops the slash at the end of a directory that Split returned, unless it is the root.
func trimSlash(dir string) string {
	if len(dir) > 1 {
		return dir[:len(dir)-1]
	}
	return dir
}
