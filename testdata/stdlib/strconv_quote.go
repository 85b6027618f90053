// hood: run
// Quoting shows what is printable and escapes the rest; unquoting takes back exactly Go's literals.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	texts := []string{"", "plain", "tab\tnew\nline", "\a\b\f\v\r\\\"'`", "\x00\x7f\xff\xfe", "héllo 世界", "\u2028\u00a0\u3000\ufeff",
		"\U0001F600\U0010ffff", "\xed\xa0\x80", "back`tick"}
	for _, s := range texts {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		u, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(u == s, err)
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 0x7f, 0xe9, 0x3000, 0x1F600, 0xD800, 0x110000, -1} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`"a\x41\u00e9\U0001F600\101"`, `'x'`, `'xy'`, `''`, "`raw\\n`", "`cr\rlf`", `"bad\q"`, `"unterminated`, `"\400"`,
		`"\ud800"`, `"\'"`, `'\''`, `'\"'`, `"new
line"`, `"a" `, `abc`, `"`} {
		u, err := strconv.Unquote(s)
		p, perr := strconv.QuotedPrefix(s + "tail")
		fmt.Printf("%q %v %q %v\n", u, err, p, perr)
	}
	r, multibyte, tail, err := strconv.UnquoteChar(`\u4e16abc`, '"')
	fmt.Println(string(r), multibyte, tail, err)
}
