package exec

import (
	"errors"
	"internal/godebug"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrNotFound is that no executable of a name was found.
var ErrNotFound = errors.New("executable file not found in $PATH")

// ErrDot is that a name without a slash led to a file in the current directory, by an entry of $PATH that is "." or empty.
var ErrDot = errors.New("cannot run executable found relative to current directory")

// Error is why an executable was not found.
type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string {
	return "exec: " + quote(e.Name) + ": " + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

func executable(file string) error {
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	m := info.Mode()
	if m.IsDir() {
		return syscall.EISDIR
	}
	if m&0111 != 0 {
		return nil
	}
	return fs.ErrPermission
}

// LookPath finds an executable: file itself if there is a slash in it, else the first in the directories of $PATH. The
// error is ErrDot if that is relative to the current directory.
func LookPath(file string) (string, error) {
	if strings.Contains(file, "/") {
		err := executable(file)
		if err == nil {
			return file, nil
		}
		return "", &Error{file, err}
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			dir = "."
		}
		path := filepath.Join(dir, file)
		if executable(path) != nil {
			continue
		}
		if !filepath.IsAbs(path) && godebug.Get("execerrdot") != "0" {
			return path, &Error{file, ErrDot}
		}
		return path, nil
	}
	return "", &Error{file, ErrNotFound}
}
