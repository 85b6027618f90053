// Set S: regular expressions over a log, as a whole and line by line.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	var b strings.Builder
	for i := 0; i < 20000; i++ {
		fmt.Fprintf(&b, "user%d@example%d.com GET /path/%d/x.html 200 %d\n", i, i%7, i*3, i*17)
	}
	text := b.String()
	sum := 0
	for _, e := range []string{`\w+@\w+\.com`, `GET (\S+) (\d+)`, `(?i)get`, `[0-9]+x\.html`, `(a|b|c)+d`, `x*y*z*\d{3,}`} {
		sum += len(regexp.MustCompile(e).FindAllStringSubmatchIndex(text, -1))
	}
	line := regexp.MustCompile(`^(\w+)@(\w+)\.com GET (/[^ ]*) (\d+) (\d+)$`)
	for _, l := range strings.Split(text, "\n") {
		if m := line.FindStringSubmatch(l); m != nil {
			sum += len(m[3])
		}
	}
	sum += len(regexp.MustCompile(`(\d+)\.html`).ReplaceAllString(text, "<$1>"))
	fmt.Println(sum)
}
