// hood: run
// Searching, cutting and comparing strings, also with invalid UTF-8 and empty arguments.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

var texts = []string{"", "a", "abcabc", "héllo wörld", "  lead and trail \t\n", "\xff\xfea\xc3", "世界世界", "ﬁn KELVIN \u212a", "a,b,,c,", "aaaa"}

func main() {
	subs := []string{"", "a", "bc", "ö", "世界", "\xff", "aa", ",", " "}
	isA := func(r rune) bool { return r == 'a' || unicode.IsSpace(r) || r == '\uFFFD' }
	for _, s := range texts {
		fmt.Printf("%q\n", s)
		for _, sub := range subs {
			before, after, found := strings.Cut(s, sub)
			fmt.Println(strings.Index(s, sub), strings.LastIndex(s, sub), strings.IndexAny(s, sub), strings.LastIndexAny(s, sub),
				strings.Count(s, sub), strings.Contains(s, sub), strings.ContainsAny(s, sub), strings.HasPrefix(s, sub),
				strings.HasSuffix(s, sub), strings.Compare(s, sub), strings.EqualFold(s, strings.ToUpper(s)))
			fmt.Printf("%q %q %v %q %q\n", before, after, found, strings.TrimPrefix(s, sub), strings.TrimSuffix(s, sub))
			fmt.Printf("%q %q %q %q\n", strings.Split(s, sub), strings.SplitAfter(s, sub), strings.SplitN(s, sub, 2), strings.SplitAfterN(s, sub, 3))
			fmt.Printf("%q %q %q\n", strings.Trim(s, sub), strings.TrimLeft(s, sub), strings.TrimRight(s, sub))
			fmt.Printf("%q %q\n", strings.ReplaceAll(s, sub, "<>"), strings.Replace(s, sub, "X", 2))
		}
		fmt.Println(strings.IndexByte(s, 'a'), strings.LastIndexByte(s, 'a'), strings.IndexRune(s, '世'), strings.IndexRune(s, '\uFFFD'),
			strings.IndexRune(s, 0xD800), strings.IndexFunc(s, isA), strings.LastIndexFunc(s, isA))
		fmt.Printf("%q %q %q %q %q\n", strings.Fields(s), strings.FieldsFunc(s, isA), strings.TrimSpace(s), strings.TrimFunc(s, isA), strings.Join(strings.Split(s, "a"), "-"))
	}
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("Kelvin", "\u212aELVIN"), strings.EqualFold("σς", "Σσ"))
}
