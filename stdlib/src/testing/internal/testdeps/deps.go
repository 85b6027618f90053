// Package testdeps is what package testing needs but does not import, for the main of a test binary to hand over.
//
// cover.go: the counters of code under test. match.go: the regular expressions of -run and the like.
package testdeps

// TestDeps is given to testing.MainStart.
type TestDeps struct {
	Path string // of the package under test
}

var last struct {
	pattern string
	re      *pattern
}

// MatchString matches by regular expression; the one used last is kept.
func (TestDeps) MatchString(pat, str string) (bool, error) {
	if last.re == nil || last.pattern != pat {
		re, err := compile(pat)
		if err != nil {
			return false, err
		}
		last.pattern, last.re = pat, re
	}
	return last.re.match(str), nil
}

func (d TestDeps) ImportPath() string { return d.Path }
