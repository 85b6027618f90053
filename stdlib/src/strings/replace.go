package strings

import (
	"internal/bytealg"
	"io"
)

// Replacer replaces several strings at once. It may be used by several goroutines.
//
// At each position the pair that comes first among those whose old string is there wins; the search goes on
// after it. The pairs are chained by the first byte of their old strings.
type Replacer struct {
	oldnew []string
	first  [256]int32 // for each byte 1 + the first pair whose old string starts with it, 0 for none
	next   []int32    // for each pair the next one with the same first byte, in the same form
	empty  int        // the first pair with an empty old string, -1 for none
}

// NewReplacer returns a Replacer of pairs: old, new, old, new…
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{oldnew: append([]string(nil), oldnew...), next: make([]int32, len(oldnew)/2), empty: -1}
	// Backwards, so that chains come out in the order of the pairs.
	for pair := len(oldnew)/2 - 1; pair >= 0; pair-- {
		old := oldnew[2*pair]
		if old == "" {
			r.empty = pair
			continue
		}
		r.next[pair] = r.first[old[0]]
		r.first[old[0]] = int32(pair + 1)
	}
	return r
}

// match returns the pair that wins at the start of s, -1 for none.
func (r *Replacer) match(s string, allowEmpty bool) int {
	found := -1
	if len(s) > 0 {
		for link := r.first[s[0]]; link != 0; link = r.next[link-1] {
			if HasPrefix(s, r.oldnew[2*(link-1)]) {
				found = int(link - 1)
				break
			}
		}
	}
	if allowEmpty && r.empty >= 0 && (found < 0 || r.empty < found) {
		return r.empty
	}
	return found
}

// find returns the next match at or after from, and where it is; pair -1 if there is none. After an empty match
// the same place may only match a string that is not empty.
func (r *Replacer) find(s string, from int, allowEmpty bool) (pair, at int) {
	for at = from; at <= len(s); at++ {
		if at < len(s) && r.empty < 0 && r.first[s[at]] == 0 {
			continue
		}
		if pair = r.match(s[at:], allowEmpty || at > from); pair >= 0 {
			return pair, at
		}
	}
	return -1, len(s)
}

// Replace returns s with all replacements done.
func (r *Replacer) Replace(s string) string {
	pair, at := r.find(s, 0, true)
	if pair < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	done := 0
	for pair >= 0 {
		out = append(out, s[done:at]...)
		out = append(out, r.oldnew[2*pair+1]...)
		done = at + len(r.oldnew[2*pair])
		pair, at = r.find(s, done, done > at)
	}
	out = append(out, s[done:]...)
	return bytealg.String(out)
}

// WriteString writes s to w with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	done := 0
	pair, at := r.find(s, 0, true)
	for {
		if at > done {
			k, err := io.WriteString(w, s[done:at])
			n += k
			if err != nil {
				return n, err
			}
		}
		if pair < 0 {
			return n, nil
		}
		k, err := io.WriteString(w, r.oldnew[2*pair+1])
		n += k
		if err != nil {
			return n, err
		}
		done = at + len(r.oldnew[2*pair])
		pair, at = r.find(s, done, done > at)
	}
}
