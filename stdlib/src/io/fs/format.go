package fs

// FormatFileInfo returns info as a line: mode, size, time of the last change, name; a slash behind directories.
func FormatFileInfo(info FileInfo) string {
	b := append([]byte(info.Mode().String()), ' ')
	b = appendDecimal(b, info.Size())
	b = info.ModTime().AppendFormat(append(b, ' '), "2006-01-02 15:04:05")
	b = append(append(b, ' '), info.Name()...)
	if info.IsDir() {
		b = append(b, '/')
	}
	return string(b)
}

func appendDecimal(b []byte, n int64) []byte {
	u := uint64(n)
	if n < 0 {
		b, u = append(b, '-'), -u
	}
	var digits [20]byte
	at := len(digits)
	for first := true; first || u > 0; first = false {
		at--
		digits[at] = byte('0' + u%10)
		u /= 10
	}
	return append(b, digits[at:]...)
}

// FormatDirEntry returns dir as a line: type and name; a slash behind directories.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	s := mode[:len(mode)-9] + " " + dir.Name() // without permissions
	if dir.IsDir() {
		s += "/"
	}
	return s
}
