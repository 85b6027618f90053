// hood: run   book: 3.1
// A string is bytes: indexing sees bytes, range decodes UTF-8 and yields U+FFFD of width one for each invalid byte.
package main

import "fmt"

func main() {
	s := "aé世𝄞"
	fmt.Println(len(s), len([]rune(s)), s[1], s[1:3]) // out: 10 4 195 é
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println("end") // out: 0:a 1:é 3:世 6:𝄞 end

	bad := "a\xffb\xc3(\xe2\x82z\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf"
	for i, r := range bad {
		fmt.Printf("%d=%x ", i, r)
	}
	fmt.Println("end")                        // out: 0=61 1=fffd 2=62 3=fffd 4=28 5=fffd 6=fffd 7=7a 8=fffd 9=fffd 10=fffd 11=fffd 12=fffd 13=fffd 14=fffd 15=fffd 16=fffd end
	fmt.Printf("%q\n", bad)                   // out: "a\xffb\xc3(\xe2\x82z\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf"
	fmt.Println([]rune("\xff€"), []byte("€")) // out: [65533 8364] [226 130 172]

	fmt.Println(string([]rune{72, 0x4e16, 0x10ffff + 1, -1, 0xd800}) == "H世\ufffd\ufffd\ufffd") // out: true
	fmt.Println(string(rune(65)), string(rune(-5)) == "\uFFFD", string([]byte{104, 105}))       // out: A true hi

	b := []byte("shared?")
	t := string(b)
	b[0] = 'S'
	fmt.Println(t, string(b)) // out: shared? Shared?

	x, y := "abc", "abd"
	fmt.Println(x < y, x <= "abc", x > "ab", x == "ab"+"c", "" < "a", "Z" < "a", "é" > "z") // out: true true true true true true true
	u := "con"
	u += "cat"
	u += string(u[0]) + u[3:]
	fmt.Println(u, len(u)) // out: concatccat 10

	const raw = `back\slash "quote"
second line`
	fmt.Println(len(raw), raw[4:5])                                                                                                                          // out: 30 \
	fmt.Println("\a\b\f\n\r\t\v\\\"\x41\101\u00e9\U0001d11e" == string([]byte{7, 8, 12, 10, 13, 9, 11, 92, 34, 65, 65, 0xc3, 0xa9, 0xf0, 0x9d, 0x84, 0x9e})) // out: true

	total := 0
	for range "世界!" {
		total++
	}
	for i := range "世界!" {
		total += i * 10
	}
	fmt.Println(total) // out: 93
	switch u[:3] {
	case "con":
		fmt.Println("matched") // out: matched
	}
	m := map[string]int{}
	m[string([]byte{'k'})] = 4
	fmt.Println(m["k"], m[string(b[:0])]) // out: 4 0
	type name string
	n := name("typed") + "!"
	fmt.Printf("%v %T %d\n", n, n, len(n)) // out: typed! main.name 6
}
