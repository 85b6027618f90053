// hood: run   book: 3.1
// Strings built in loops: concatenation, strings.Builder, byte slices and conversions give the same text.
package main

import (
	"fmt"
	"strings"
)

func plus(n int) (s string) {
	for i := 0; i < n; i++ {
		s += string(rune('a'+i%26)) + "-"
	}
	return s
}

func builder(n int) string {
	var b strings.Builder
	for i := 0; i < n; i++ {
		b.WriteByte(byte('a' + i%26))
		b.WriteString("-")
	}
	return b.String()
}

func bytes(n int) string {
	var b []byte
	for i := 0; i < n; i++ {
		b = append(b, byte('a'+i%26), '-')
	}
	return string(b)
}

func front(n int) (s string) {
	for i := n - 1; i >= 0; i-- {
		s = string([]byte{byte('a' + i%26), '-'}) + s
	}
	return
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func sum(s string) (h uint32) {
	for i := 0; i < len(s); i++ {
		h = h*31 + uint32(s[i])
	}
	return
}

func main() {
	a, b, c, d := plus(60), builder(60), bytes(60), front(60)
	fmt.Println(a == b, b == c, c == d, len(a), sum(a))         // out: true true true 120 1370922474
	fmt.Println(reverse("Hello, 世界"), reverse(reverse(a)) == a) // out: 界世 ,olleH true
	x := "p"
	x = x + x + x + "|" + x + x // five parts at once
	fmt.Println(x)              // out: ppp|pp
	for i := 0; i < 10; i++ {
		x += x[:1]
	}
	fmt.Println(x, strings.Count(x, "p")) // out: ppp|pppppppppppp 15
	parts := strings.Split(strings.Repeat("ab,", 4)+"end", ",")
	fmt.Println(strings.Join(parts, "+"), len(parts)) // out: ab+ab+ab+ab+end 5
	var sb strings.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&sb, "%d...", i)
	}
	sb.WriteRune('🚀')
	fmt.Println(sb.String(), sb.Len()) // out: 3...2...1...🚀 16
	pal := 0
	for i := 0; i < 300; i++ {
		if s := fmt.Sprint(i); s == reverse(s) {
			pal++
		}
	}
	fmt.Println(pal) // out: 39
}
