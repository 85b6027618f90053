// hood: run
// Package regexp: leftmost-longest and leftmost-first, empty alternatives.
package main

import (
	"fmt"
	"regexp"
)

func main() {
	for _, e := range []string{`(?:|a)*`, `(?:|a)+`, `(?:|a)*$`, `(fo|foo)`, `fo|foo`} {
		for _, s := range []string{"aaa", "foo", "xfoo"} {
			re := regexp.MustCompile(e)
			a := re.FindStringIndex(s)
			re.Longest()
			fmt.Println(e, s, a, re.FindStringSubmatchIndex(s))
			re = regexp.MustCompile(e)
			re.Longest()
			fmt.Println(re.FindStringSubmatchIndex(s))
		}
	}
}
