// hood: run
// Mapping cases, replacing, building and reading strings.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"", "Hello, World_1 foo-bar", "ǆ ǅ Ǆ ß ŉ", "héÉ \xff x", "iIİı", "日本語"} {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
		fmt.Printf("%q %q %q\n", strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.TurkishCase, s), strings.ToTitleSpecial(unicode.AzeriCase, s))
		fmt.Printf("%q %q %q %q\n", strings.Map(func(r rune) rune {
			if r == 'o' {
				return -1
			}
			return r + 1
		}, s), strings.Repeat(s, 3), strings.ToValidUTF8(s, "?"), strings.Clone(s))
	}
	r := strings.NewReplacer("a", "1", "b", "2", "ab", "X", "", ".")
	fmt.Println(r.Replace("abcab"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<a>b</a>"), strings.NewReplacer("a", "b", "b", "a").Replace("abba"))
	var out bytes.Buffer
	n, err := r.WriteString(&out, "cabbage")
	fmt.Println(n, err, out.String())

	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString("end")
	fmt.Println(b.String(), b.Len())
	b.Reset()
	fmt.Printf("%q\n", b.String())

	rd := strings.NewReader("0123456789é")
	buf := make([]byte, 4)
	n, err = rd.Read(buf)
	fmt.Println(n, err, string(buf), rd.Len(), rd.Size())
	c, err := rd.ReadByte()
	fmt.Println(string(rune(c)), err, rd.UnreadByte(), rd.UnreadRune())
	pos, err := rd.Seek(-2, io.SeekEnd)
	fmt.Println(pos, err)
	ch, size, err := rd.ReadRune()
	fmt.Println(string(ch), size, err, rd.UnreadRune(), rd.UnreadRune())
	n, err = rd.ReadAt(buf, 9)
	fmt.Println(n, err)
	_, err = rd.Seek(-1, io.SeekStart)
	fmt.Println(err)
	m, err := rd.WriteTo(&out)
	fmt.Println(m, err, out.String())

	defer func() { fmt.Println(recover()) }()
	copied := b
	b.WriteString("x")
	copied = b
	copied.WriteString("y")
}
