// Package path works on slash-separated paths, such as those in URLs. For file names see path/filepath.
package path

import (
	"errors"
	"internal/bytealg"
	"unicode/utf8"
)

// Clean returns the shortest path that means the same, by words alone: no doubled slashes, no "." elements, no
// "x/..", no ".." at the root. It ends in a slash only if it is the root; an empty path is ".".
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	out := make([]byte, 0, len(path))
	floor := 0 // what is before cannot be taken back by ".."
	if rooted {
		out = append(out, '/')
		floor = 1
	}
	for i := 0; i < len(path); {
		end := i
		for end < len(path) && path[end] != '/' {
			end++
		}
		element := path[i:end]
		i = end + 1
		switch {
		case element == "" || element == ".":
		case element == ".." && len(out) > floor:
			last := len(out) - 1
			for last > floor && out[last] != '/' {
				last--
			}
			out = out[:last]
		case element == ".." && rooted:
		default:
			if len(out) > 0 && out[len(out)-1] != '/' {
				out = append(out, '/')
			}
			out = append(out, element...)
			if element == ".." {
				floor = len(out)
			}
		}
	}
	if len(out) == 0 {
		return "."
	}
	return bytealg.String(out)
}

// Split cuts path behind its last slash.
func Split(path string) (dir, file string) {
	i := bytealg.LastIndexByteString(path, '/') + 1
	return path[:i], path[i:]
}

// Join joins the elements that are not empty with slashes and cleans the result; it is empty if all are.
func Join(elem ...string) string {
	var out []byte
	for _, e := range elem {
		if e == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, '/')
		}
		out = append(out, e...)
	}
	if len(out) == 0 {
		return ""
	}
	return Clean(bytealg.String(out))
}

// Ext returns the end of path from the last dot of its last element on, empty without one.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base returns the last element of path: "." if path is empty, "/" if it is all slashes.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	return path[bytealg.LastIndexByteString(path, '/')+1:]
}

// IsAbs reports whether path starts at the root.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir returns all but the last element of path, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// ErrBadPattern is a malformed pattern.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name matches the shell pattern, all of it: * is any run of characters but slashes, ? one
// such character, [a-z] and [^a-z] one of, or not of, the characters and ranges, \ makes the next one ordinary.
func Match(pattern, name string) (matched bool, err error) {
	for pattern != "" {
		star := false
		for pattern != "" && pattern[0] == '*' {
			star = true
			pattern = pattern[1:]
		}
		end := chunkEnd(pattern)
		chunk := pattern[:end]
		pattern = pattern[end:]
		if star && chunk == "" {
			return bytealg.IndexByteString(name, '/') < 0, nil
		}
		rest, ok, err := matchChunk(chunk, name)
		if ok && (rest == "" || pattern != "") {
			name = rest
			continue
		}
		if err != nil {
			return false, err
		}
		found := false
		for i := 0; star && !found && i < len(name) && name[i] != '/'; i++ {
			rest, ok, err := matchChunk(chunk, name[i+1:])
			if err != nil {
				return false, err
			}
			// The last chunk must take all that is left.
			if ok && (rest == "" || pattern != "") {
				name = rest
				found = true
			}
		}
		if !found {
			return false, checkPattern(pattern)
		}
	}
	return name == "", nil
}

// checkPattern finds what is malformed in the rest of a pattern that did not match.
func checkPattern(pattern string) error {
	for pattern != "" {
		for pattern != "" && pattern[0] == '*' {
			pattern = pattern[1:]
		}
		end := chunkEnd(pattern)
		if _, _, err := matchChunk(pattern[:end], ""); err != nil {
			return err
		}
		pattern = pattern[end:]
	}
	return nil
}

// chunkEnd returns where pattern has its first star that is one.
func chunkEnd(pattern string) int {
	inClass := false
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			i++
		case '[':
			inClass = true
		case ']':
			inClass = false
		case '*':
			if !inClass {
				return i
			}
		}
	}
	return len(pattern)
}

// matchChunk matches a pattern without stars at the start of name and returns what is left of it. It goes on
// after a mismatch, to find errors in the pattern.
func matchChunk(chunk, name string) (rest string, ok bool, err error) {
	failed := false
	for chunk != "" {
		if name == "" {
			failed = true
		}
		switch chunk[0] {
		case '[':
			var r rune
			if !failed {
				var n int
				r, n = utf8.DecodeRuneInString(name)
				name = name[n:]
			}
			var in bool
			in, chunk, err = matchClass(chunk[1:], r)
			if err != nil {
				return "", false, err
			}
			failed = failed || !in
		case '?':
			if !failed {
				failed = name[0] == '/'
				_, n := utf8.DecodeRuneInString(name)
				name = name[n:]
			}
			chunk = chunk[1:]
		default:
			if chunk[0] == '\\' {
				chunk = chunk[1:]
				if chunk == "" {
					return "", false, ErrBadPattern
				}
			}
			if !failed {
				failed = chunk[0] != name[0]
				name = name[1:]
			}
			chunk = chunk[1:]
		}
	}
	if failed {
		return "", false, nil
	}
	return name, true, nil
}

// matchClass reports whether r is in the class, which chunk starts with, behind its bracket.
func matchClass(chunk string, r rune) (in bool, rest string, err error) {
	negated := chunk != "" && chunk[0] == '^'
	if negated {
		chunk = chunk[1:]
	}
	for ranges := 0; ; ranges++ {
		if chunk != "" && chunk[0] == ']' && ranges > 0 {
			return in != negated, chunk[1:], nil
		}
		var lo, hi rune
		if lo, chunk, err = classRune(chunk); err != nil {
			return false, "", err
		}
		hi = lo
		if chunk[0] == '-' {
			if hi, chunk, err = classRune(chunk[1:]); err != nil {
				return false, "", err
			}
		}
		in = in || lo <= r && r <= hi
	}
}

// classRune takes one character of a class, which something must follow.
func classRune(chunk string) (r rune, rest string, err error) {
	if chunk == "" || chunk[0] == '-' || chunk[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if chunk[0] == '\\' {
		chunk = chunk[1:]
		if chunk == "" {
			return 0, "", ErrBadPattern
		}
	}
	r, n := utf8.DecodeRuneInString(chunk)
	if r == utf8.RuneError && n == 1 || n == len(chunk) {
		return 0, "", ErrBadPattern
	}
	return r, chunk[n:], nil
}
