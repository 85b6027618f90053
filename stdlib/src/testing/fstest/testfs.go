package fstest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"sort"
	"strings"
	"testing/iotest"
)

// TestFS tests that fsys does what file systems should, for all files that are found from its root on; expected are paths
// of files that must be among them, or if there are none the file system must be empty. The error lists what is wrong.
func TestFS(fsys fs.FS, expected ...string) error {
	if err := testFS(fsys, expected...); err != nil {
		return err
	}
	for _, name := range expected {
		i := strings.IndexByte(name, '/')
		if i < 0 {
			continue
		}
		dir := name[:i]
		var below []string
		for _, e := range expected {
			if rest, ok := strings.CutPrefix(e, dir+"/"); ok {
				below = append(below, rest)
			}
		}
		sub, err := fs.Sub(fsys, dir)
		if err != nil {
			return err
		}
		if err := testFS(sub, below...); err != nil {
			return fmt.Errorf("testing fs.Sub(fsys, %s): %v", dir, err)
		}
		break // one is enough
	}
	return nil
}

func testFS(fsys fs.FS, expected ...string) error {
	t := tester{fsys: fsys}
	t.dir(".")
	t.open(".")
	found := map[string]bool{}
	for _, name := range append(t.dirs, t.files...) {
		found[name] = true
	}
	delete(found, ".")
	if len(expected) == 0 && len(found) > 0 {
		var list []string
		for name := range found {
			list = append(list, name)
		}
		sort.Strings(list)
		if len(list) > 15 {
			list = append(list[:10], "...")
		}
		t.errorf("expected empty file system but found files:\n%s", strings.Join(list, "\n"))
	}
	for _, name := range expected {
		if !found[name] {
			t.errorf("expected but not found: %s", name)
		}
	}
	if len(t.problems) == 0 {
		return nil
	}
	return errors.New("TestFS found errors:\n" + strings.Join(t.problems, "\n"))
}

// tester goes through a file system and collects what is wrong.
type tester struct {
	fsys        fs.FS
	problems    []string
	dirs, files []string
}

func (t *tester) errorf(format string, args ...any) {
	t.problems = append(t.problems, fmt.Sprintf(format, args...))
}

func (t *tester) dir(dir string) {
	t.dirs = append(t.dirs, dir)
	f, err := t.fsys.Open(dir)
	if err != nil {
		t.errorf("%s: Open: %v", dir, err)
		return
	}
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		f.Close()
		t.errorf("%s: Open returned File type %T, not a fs.ReadDirFile", dir, f)
		return
	}
	list, err := d.ReadDir(-1)
	d.Close()
	if err != nil {
		t.errorf("%s: ReadDir(-1): %v", dir, err)
		return
	}
	for _, e := range list {
		t.entry(dir, e)
	}
	t.sameByPieces(dir, list)
	t.sameByFS(dir, list)
}

func (t *tester) entry(dir string, e fs.DirEntry) {
	name := e.Name()
	switch {
	case name == "." || name == ".." || name == "":
		t.errorf("%s: ReadDir: child has invalid name: %#q", dir, name)
		return
	case strings.ContainsAny(name, `/\`):
		t.errorf("%s: ReadDir: child name contains slash: %#q", dir, name)
		return
	}
	file := path.Join(dir, name)
	t.stat(file, e)
	t.open(file)
	if e.IsDir() {
		t.dir(file)
	} else {
		t.file(file)
	}
}

func names(list []fs.DirEntry) []string {
	var s []string
	for _, e := range list {
		s = append(s, fs.FormatDirEntry(e))
	}
	sort.Strings(s)
	return s
}

func (t *tester) same(dir, how1 string, list1 []fs.DirEntry, how2 string, list2 []fs.DirEntry) {
	a, b := names(list1), names(list2)
	if !reflect.DeepEqual(a, b) {
		t.errorf("%s: diff %s vs %s:\n\t%q\n\t%q", dir, how1, how2, a, b)
	}
}

// sameByPieces reads the directory again, a few entries at a time.
func (t *tester) sameByPieces(dir string, list []fs.DirEntry) {
	f, err := t.fsys.Open(dir)
	if err != nil {
		t.errorf("%s: second Open: %v", dir, err)
		return
	}
	defer f.Close()
	d := f.(fs.ReadDirFile)
	var again []fs.DirEntry
	for n := 1; ; n = 3 - n {
		part, err := d.ReadDir(n)
		if len(part) > n {
			t.errorf("%s: third Open: ReadDir(%d) after %d: %d entries (too many)", dir, n, len(again), len(part))
			return
		}
		again = append(again, part...)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.errorf("%s: third Open: ReadDir(%d) after %d: %v", dir, n, len(again), err)
			return
		}
	}
	t.same(dir, "first Open+ReadDir(-1) vs", list, "third Open+ReadDir(1,2) loop", again)
}

// sameByFS asks the file system itself, if it can be asked, and package fs.
func (t *tester) sameByFS(dir string, list []fs.DirEntry) {
	if f, ok := t.fsys.(fs.ReadDirFS); ok {
		again, err := f.ReadDir(dir)
		if err != nil {
			t.errorf("%s: fsys.ReadDir: %v", dir, err)
			return
		}
		t.same(dir, "first Open+ReadDir(-1)", list, "fsys.ReadDir", again)
	}
	again, err := fs.ReadDir(t.fsys, dir)
	if err != nil {
		t.errorf("%s: fs.ReadDir: %v", dir, err)
		return
	}
	t.same(dir, "first Open+ReadDir(-1)", list, "fs.ReadDir", again)
	if !sort.SliceIsSorted(again, func(i, j int) bool { return again[i].Name() < again[j].Name() }) {
		t.errorf("%s: fs.ReadDir: list not sorted: %q", dir, names(again))
	}
}

func (t *tester) stat(file string, e fs.DirEntry) {
	f, err := t.fsys.Open(file)
	if err != nil {
		t.errorf("%s: Open: %v", file, err)
		return
	}
	info, err := f.Stat()
	f.Close()
	if err != nil {
		t.errorf("%s: Stat: %v", file, err)
		return
	}
	link := e.Type()&fs.ModeSymlink != 0 // an entry is the link, Open follows it
	if a, b := fs.FormatDirEntry(e), fs.FormatDirEntry(fs.FileInfoToDirEntry(info)); a != b && !link {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tfile.Stat() = %s", file, a, b)
	}
	entryInfo, err := e.Info()
	if err != nil {
		t.errorf("%s: entry.Info: %v", file, err)
		return
	}
	again, err := fs.Stat(t.fsys, file)
	if err != nil {
		t.errorf("%s: fs.Stat: %v", file, err)
		return
	}
	if a, b := fs.FormatDirEntry(e), fs.FormatDirEntry(fs.FileInfoToDirEntry(entryInfo)); a != b && link {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tentry.Info() = %s", file, a, b)
	}
	if a, b := fs.FormatFileInfo(info), fs.FormatFileInfo(entryInfo); a != b && !link {
		t.errorf("%s: mismatch:\n\tentry.Info() = %s\n\tfile.Stat() = %s", file, b, a)
	}
	if a, b := fs.FormatFileInfo(info), fs.FormatFileInfo(again); a != b {
		t.errorf("%s: mismatch:\n\tfs.Stat = %s\n\tfile.Stat() = %s", file, b, a)
	}
}

func (t *tester) file(file string) {
	t.files = append(t.files, file)
	f, err := t.fsys.Open(file)
	if err != nil {
		t.errorf("%s: Open: %v", file, err)
		return
	}
	data, err := io.ReadAll(f)
	f.Close()
	if err != nil {
		t.errorf("%s: Open+ReadAll: %v", file, err)
		return
	}
	if r, ok := t.fsys.(fs.ReadFileFS); ok {
		again, err := r.ReadFile(file)
		if err != nil {
			t.errorf("%s: fsys.ReadFile: %v", file, err)
			return
		}
		if string(again) != string(data) {
			t.errorf("%s: ReadAll vs fsys.ReadFile: different data returned\n\t%q\n\t%q", file, data, again)
		}
		if len(again) > 0 { // it is the caller's
			again[0]++
		}
	}
	again, err := fs.ReadFile(t.fsys, file)
	if err != nil {
		t.errorf("%s: fs.ReadFile: %v", file, err)
		return
	}
	if string(again) != string(data) {
		t.errorf("%s: ReadAll vs fs.ReadFile: different data returned\n\t%q\n\t%q", file, data, again)
	}
	if f, err = t.fsys.Open(file); err != nil {
		t.errorf("%s: second Open: %v", file, err)
		return
	}
	defer f.Close()
	if err := iotest.TestReader(f, data); err != nil {
		t.errorf("%s: failed TestReader:\n\t%s", file, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
	}
}

// open tests that paths that are not valid cannot be opened.
func (t *tester) open(file string) {
	bad := []string{"/" + file, file + "/."}
	if file == "." {
		bad = append(bad, "/")
	}
	if i := strings.Index(file, "/"); i >= 0 {
		bad = append(bad, file[:i]+"//"+file[i+1:], file[:i]+"/./"+file[i+1:], file[:i]+"/../"+file)
	}
	for _, b := range bad {
		if f, err := t.fsys.Open(b); err == nil {
			f.Close()
			t.errorf("%s: Open(%s) succeeded, want error", file, b)
		}
	}
}
