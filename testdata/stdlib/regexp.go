// hood: run   knobs: gcstress=1000
// Package regexp: a log is taken apart and redacted.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

const log = `10.0.0.1 - [12/Mar/2024] "GET /index.html" 200 1043
192.168.7.20 - [12/Mar/2024] "POST /login?user=bob&pw=secret" 302 0
10.0.0.1 - [13/Mar/2024] "GET /naïve/ü.png" 404 17`

func main() {
	line := regexp.MustCompile(`(?m)^(?P<ip>\d+(?:\.\d+){3}) - \[(?P<date>[^]]+)\] "(?P<method>GET|POST) (?P<path>\S+)" (\d+) (\d+)$`)
	fmt.Println(line.NumSubexp(), line.SubexpNames())
	for _, m := range line.FindAllStringSubmatch(log, -1) {
		fmt.Printf("%q\n", m[1:])
	}
	fmt.Println(line.ReplaceAllString(log, "$method ${path}@$ip"))
	redact := regexp.MustCompile(`(pw|token)=[^&"\s]*`)
	fmt.Println(redact.ReplaceAllStringFunc(log, func(s string) string {
		return s[:strings.IndexByte(s, '=')] + "=***"
	}))
	words := regexp.MustCompile(`\pL+`)
	fmt.Println(words.FindAllString("naïve Ünïcode ελληνικά 123 日本語", -1))
	fmt.Println(words.FindAllStringIndex("añb c", -1))
	fmt.Println(regexp.MustCompile(`a+?b*`).FindString("aaabbb"), regexp.MustCompile(`(a|ab)(c|bcd)(d*)`).FindStringSubmatch("abcd"))
	longest := regexp.MustCompilePOSIX(`a+|a+b`)
	fmt.Println(longest.FindString("aaab"))
	fmt.Println(regexp.MustCompile(`,\s*`).Split("a, b,c,   d", -1), regexp.QuoteMeta("1+1=2?"))
	// A pattern that backtracking engines need exponential time for.
	fmt.Println(regexp.MustCompile(`^(a+)+$`).MatchString(strings.Repeat("a", 200) + "b"))
	for _, bad := range []string{`a(b`, `*`, `[z-a]`, `a{2,1}`, `(?P<n>x)(?P<n>y)`, `\8`} {
		_, err := regexp.Compile(bad)
		fmt.Println(err)
	}
}
