package regexp

import "io"

// The methods that find matches. nil means that there is none.

func (re *Regexp) first(text string, groups bool) []int {
	n := 2
	if groups {
		n = 2 * (1 + re.groups)
	}
	caps := make([]int, n)
	if !re.match(text, 0, caps) {
		return nil
	}
	return caps
}

// cut returns what the captures stand for, nil for groups that took no part.
func cut(b []byte, caps []int) [][]byte {
	if caps == nil {
		return nil
	}
	list := make([][]byte, len(caps)/2)
	for i := range list {
		if lo, hi := caps[2*i], caps[2*i+1]; lo >= 0 {
			list[i] = b[lo:hi:hi]
		}
	}
	return list
}

func cutString(s string, caps []int) []string {
	if caps == nil {
		return nil
	}
	list := make([]string, len(caps)/2)
	for i := range list {
		if lo, hi := caps[2*i], caps[2*i+1]; lo >= 0 {
			list[i] = s[lo:hi]
		}
	}
	return list
}

// Find returns the first match.
func (re *Regexp) Find(b []byte) []byte {
	var caps [2]int
	if !re.match(textOf(b), 0, caps[:]) {
		return nil
	}
	return b[caps[0]:caps[1]:caps[1]]
}

// FindIndex returns where the first match is.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.first(textOf(b), false) }

// FindString returns the first match. An empty one cannot be told from none.
func (re *Regexp) FindString(s string) string {
	var caps [2]int
	if !re.match(s, 0, caps[:]) {
		return ""
	}
	return s[caps[0]:caps[1]]
}

// FindStringIndex returns where the first match is.
func (re *Regexp) FindStringIndex(s string) (loc []int) { return re.first(s, false) }

// FindReaderIndex returns where the first match in what r reads is, in bytes.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) {
	caps := make([]int, 2)
	if !re.matchReader(r, caps) {
		return nil
	}
	return caps
}

// FindSubmatch returns the first match and what the groups matched.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return cut(b, re.first(textOf(b), true)) }

// FindSubmatchIndex returns where the first match and the groups in it are.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.first(textOf(b), true) }

// FindStringSubmatch returns the first match and what the groups matched.
func (re *Regexp) FindStringSubmatch(s string) []string { return cutString(s, re.first(s, true)) }

// FindStringSubmatchIndex returns where the first match and the groups in it are.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.first(s, true) }

// FindReaderSubmatchIndex returns where the first match in what r reads and the groups in it are.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	caps := make([]int, 2*(1+re.groups))
	if !re.matchReader(r, caps) {
		return nil
	}
	return caps
}

// FindAll returns the matches.
func (re *Regexp) FindAll(b []byte, n int) (list [][]byte) {
	re.all(textOf(b), n, false, func(caps []int) { list = append(list, b[caps[0]:caps[1]:caps[1]]) })
	return list
}

// FindAllIndex returns where the matches are.
func (re *Regexp) FindAllIndex(b []byte, n int) (list [][]int) {
	re.all(textOf(b), n, false, func(caps []int) { list = append(list, caps) })
	return list
}

// FindAllString returns the matches.
func (re *Regexp) FindAllString(s string, n int) (list []string) {
	re.all(s, n, false, func(caps []int) { list = append(list, s[caps[0]:caps[1]]) })
	return list
}

// FindAllStringIndex returns where the matches are.
func (re *Regexp) FindAllStringIndex(s string, n int) (list [][]int) {
	re.all(s, n, false, func(caps []int) { list = append(list, caps) })
	return list
}

// FindAllSubmatch returns the matches and what the groups matched.
func (re *Regexp) FindAllSubmatch(b []byte, n int) (list [][][]byte) {
	re.all(textOf(b), n, true, func(caps []int) { list = append(list, cut(b, caps)) })
	return list
}

// FindAllSubmatchIndex returns where the matches and the groups in them are.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) (list [][]int) {
	re.all(textOf(b), n, true, func(caps []int) { list = append(list, caps) })
	return list
}

// FindAllStringSubmatch returns the matches and what the groups matched.
func (re *Regexp) FindAllStringSubmatch(s string, n int) (list [][]string) {
	re.all(s, n, true, func(caps []int) { list = append(list, cutString(s, caps)) })
	return list
}

// FindAllStringSubmatchIndex returns where the matches and the groups in them are.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) (list [][]int) {
	re.all(s, n, true, func(caps []int) { list = append(list, caps) })
	return list
}
