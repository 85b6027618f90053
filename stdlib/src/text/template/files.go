package template

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// readFunc reads a file, and returns the name that its template gets.
type readFunc func(file string) (name string, text []byte, err error)

func readFileOS(file string) (string, []byte, error) {
	text, err := os.ReadFile(file)
	return filepath.Base(file), text, err
}

func readFileFS(fsys fs.FS) readFunc {
	return func(file string) (string, []byte, error) {
		text, err := fs.ReadFile(fsys, file)
		return path.Base(file), text, err
	}
}

// ParseFiles returns the template of the first file, with those of the others associated. A template is named by the
// last part of its file's path; of two with the same name, the last counts.
func ParseFiles(filenames ...string) (*Template, error) {
	return parseFiles(nil, readFileOS, filenames)
}

// ParseFiles parses files as templates associated with t, and t itself if one of them has its name. It returns t.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseFiles(t, readFileOS, filenames)
}

// ParseGlob is ParseFiles of the files that match a pattern of filepath.Match.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob is t.ParseFiles of the files that match a pattern of filepath.Match.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

// ParseFS is ParseFiles of the files of a file system that match patterns of path.Match.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fsys, patterns) }

// ParseFS is t.ParseFiles of the files of a file system that match patterns of path.Match.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errNoMatch(pattern)
	}
	return parseFiles(t, readFileOS, files)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var files []string
	for _, pattern := range patterns {
		matches, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		if len(matches) == 0 {
			return nil, errNoMatch(pattern)
		}
		files = append(files, matches...)
	}
	return parseFiles(t, readFileFS(fsys), files)
}

func errNoMatch(pattern string) error {
	return fmt.Errorf("template: pattern matches no files: %#q", pattern)
}

// parseFiles parses files into t, or into a template of the first file's name if t is nil.
func parseFiles(t *Template, read readFunc, files []string) (*Template, error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, file := range files {
		name, text, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		named := t
		if name != t.name {
			named = t.New(name)
		}
		if _, err := named.Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return t, nil
}
