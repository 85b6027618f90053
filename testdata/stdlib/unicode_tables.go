// hood: run
// Categories, cases and folding of runes all over Unicode, as one checksum each, and the tables behind them.
package main

import (
	"fmt"
	"sort"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	predicates := []struct {
		name string
		f    func(rune) bool
	}{{"Graphic", unicode.IsGraphic}, {"Print", unicode.IsPrint}, {"Control", unicode.IsControl}, {"Letter", unicode.IsLetter},
		{"Mark", unicode.IsMark}, {"Number", unicode.IsNumber}, {"Digit", unicode.IsDigit}, {"Punct", unicode.IsPunct},
		{"Symbol", unicode.IsSymbol}, {"Space", unicode.IsSpace}, {"Upper", unicode.IsUpper}, {"Lower", unicode.IsLower}, {"Title", unicode.IsTitle}}
	for _, p := range predicates {
		count, sum := 0, uint32(0)
		for r := rune(0); r < 0x20000; r += 1 + r/0x80 {
			if p.f(r) {
				count++
				sum = sum*31 + uint32(r)
			}
		}
		fmt.Println(p.name, count, sum)
	}
	var upper, lower, title, fold uint32
	for r := rune(0); r < 0x20000; r += 1 + r/0x80 {
		upper = upper*31 + uint32(unicode.ToUpper(r))
		lower = lower*31 + uint32(unicode.ToLower(r))
		title = title*31 + uint32(unicode.ToTitle(r))
		fold = fold*31 + uint32(unicode.SimpleFold(r))
	}
	fmt.Println(upper, lower, title, fold)
	for _, m := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts, unicode.Properties, unicode.FoldCategory, unicode.FoldScript} {
		var names []string
		for name := range m {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			t := m[name]
			var sum uint32
			for _, r := range t.R16 {
				sum = sum*31 + uint32(r.Lo) + uint32(r.Hi)<<3 + uint32(r.Stride)
			}
			for _, r := range t.R32 {
				sum = sum*31 + r.Lo + r.Hi<<3 + r.Stride
			}
			fmt.Println(name, len(t.R16), len(t.R32), t.LatinOffset, sum)
		}
	}
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.In('a', unicode.Greek, unicode.Latin), unicode.Is(unicode.Upper, 'a'), unicode.To(unicode.TitleCase, 'ǆ'), unicode.To(7, 'x'))
	fmt.Println(unicode.TurkishCase.ToUpper('i'), unicode.TurkishCase.ToLower('I'), unicode.AzeriCase.ToTitle('i'), len(unicode.CaseRanges), unicode.Version)

	for _, s := range []string{"", "a", "é", "世", "😀", "\xff", "\xe4\xb8", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\xffb"} {
		r, n := utf8.DecodeRuneInString(s)
		l, m := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, n, l, m, utf8.ValidString(s), utf8.RuneCountInString(s), utf8.FullRuneInString(s), []rune(s))
	}
	for _, r := range []rune{0, 0x7f, 0x80, 0x7ff, 0x800, 0xd800, 0xffff, 0x10000, 0x10ffff, 0x110000, -1} {
		u := utf16.Encode([]rune{r})
		fmt.Println(utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune(nil, r), u, utf16.Decode(u), utf16.IsSurrogate(r))
	}
	fmt.Println(utf16.Decode([]uint16{0xd800, 'a', 0xdc00, 0xd83d, 0xde00, 0xd800}))
}
