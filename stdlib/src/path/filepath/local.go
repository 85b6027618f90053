package filepath

import (
	"errors"
	"io/fs"
	"strings"
)

// IsLocal reports whether path stays below the directory that it is relative to, as far as its text says: it is not
// empty, not absolute, and goes no further up than down. Symbolic links are not looked at.
func IsLocal(path string) bool {
	if path == "" || path[0] == Separator {
		return false
	}
	depth := 0
	for path != "" {
		var name string
		name, path, _ = strings.Cut(path, "/")
		switch name {
		case "", ".":
		case "..":
			if depth--; depth < 0 {
				return false
			}
		default:
			depth++
		}
	}
	return true
}

// Localize returns a path with slashes, valid as fs.ValidPath says, as one of this system.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}
