// hood: run
// Byte slices: the functions of strings on memory that changes, and Buffer.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

func main() {
	texts := []string{"", "abcabc", " héllo wörld \n", "\xff\xfea\xc3", "世界,世界"}
	for _, t := range texts {
		s := []byte(t)
		for _, u := range []string{"", "a", "bc", "世", "\xff", ",", " "} {
			sub := []byte(u)
			fmt.Println(bytes.Index(s, sub), bytes.LastIndex(s, sub), bytes.IndexAny(s, u), bytes.LastIndexAny(s, u), bytes.Count(s, sub),
				bytes.Contains(s, sub), bytes.HasPrefix(s, sub), bytes.HasSuffix(s, sub), bytes.Compare(s, sub), bytes.Equal(s, sub))
			fmt.Printf("%q %q %q %q\n", bytes.Split(s, sub), bytes.SplitAfterN(s, sub, 2), bytes.Trim(s, u), bytes.ReplaceAll(s, sub, []byte("<>")))
		}
		fmt.Printf("%q %q %q %q %q %v\n", bytes.Fields(s), bytes.TrimSpace(s), bytes.ToUpper(s), bytes.Title(s), bytes.ToValidUTF8(s, []byte("?")), bytes.Runes(s))
		fmt.Printf("%q %q %v\n", bytes.FieldsFunc(s, unicode.IsPunct), bytes.Map(unicode.ToTitle, s), bytes.EqualFold(s, bytes.ToUpper(s)))
	}
	pieces := bytes.Split([]byte("a,b,c"), []byte(","))
	pieces[0] = append(pieces[0], 'X')
	fmt.Printf("%q %q\n", pieces, bytes.Join(pieces, []byte("--")))

	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("wörld\nline two\n"))
	b.WriteByte('!')
	fmt.Fprintf(&b, "%d", 42)
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v %d\n", line, err, b.Len())
	c, _ := b.ReadByte()
	fmt.Println(string(rune(c)), b.UnreadByte(), b.UnreadByte())
	r, size, _ := b.ReadRune()
	fmt.Println(string(r), size, b.UnreadRune(), string(b.Next(4)))
	rest, err := b.ReadBytes('#')
	fmt.Printf("%q %v\n", rest, err)
	_, err = b.ReadByte()
	fmt.Println(err)
	n, err := b.ReadFrom(strings.NewReader(strings.Repeat("x", 2000)))
	fmt.Println(n, err, b.Len())
	b.Truncate(3)
	fmt.Println(b.String())
	n, err = b.WriteTo(io.Discard)
	fmt.Println(n, err, b.Len())
	var nilBuffer *bytes.Buffer
	fmt.Println(nilBuffer.String())
	rd := bytes.NewReader([]byte("abc"))
	all, err := io.ReadAll(rd)
	fmt.Println(string(all), err, rd.Len(), rd.Size())
	defer func() { fmt.Println(recover()) }()
	b.Truncate(5)
}
