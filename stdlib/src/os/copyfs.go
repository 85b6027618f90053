package os

import (
	"io"
	"io/fs"
)

// CopyFS copies the files of fsys to below dir, which is made if need be. Files that exist are errors; so are symbolic
// links and other special files. Permissions are those of the originals, with all that creating files and directories
// needs, less the umask.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := dir
		if path != "." {
			target = dir + "/" + path
		}
		if d.IsDir() {
			return MkdirAll(target, 0777)
		}
		if !d.Type().IsRegular() {
			return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
		}
		return copyFile(target, fsys, path)
	})
}

func copyFile(target string, fsys fs.FS, path string) error {
	r, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return err
	}
	w, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return &PathError{Op: "Copy", Path: target, Err: err}
	}
	return w.Close()
}
