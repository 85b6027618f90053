// hood: run
// Scanning stores what matches, and says where and why it stopped.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type pair struct{ a, b int }

func (p *pair) Scan(state fmt.ScanState, verb rune) error {
	state.SkipSpace()
	tok, err := state.Token(false, func(r rune) bool { return '0' <= r && r <= '9' })
	if err != nil {
		return err
	}
	fmt.Sscan(string(tok), &p.a)
	r, _, err := state.ReadRune()
	if err != nil || r != ':' {
		return errors.New("no colon")
	}
	tok, err = state.Token(true, nil)
	fmt.Sscan(string(tok), &p.b)
	return err
}

type word string

func main() {
	var (
		i   int
		i8  int8
		u   uint
		f   float64
		s   string
		b   bool
		by  []byte
		r   rune
		c   complex128
		w   word
		p   pair
		u64 uint64
	)
	show := func(n int, err error) {
		fmt.Println(n, err, i, i8, u, f, s, b, by, r, c, w, p, u64)
	}
	show(fmt.Sscan(" 1 2\n3 4.5 str true bytes 65 (1+2i) word 7:8", &i, &i8, &u, &f, &s, &b, &by, &r, &c, &w, &p))
	show(fmt.Sscan("0x1F 0b11 017 1_000", &i, &i8, &u, &u64))
	show(fmt.Sscan("300", &i8))
	show(fmt.Sscan("-1", &u))
	show(fmt.Sscan("abc", &i))
	show(fmt.Sscan("", &i))
	show(fmt.Sscan("1", &i, &s))
	show(fmt.Sscan("5", i))
	show(fmt.Sscan("5", &struct{}{}))
	show(fmt.Sscanln("1 2", &i, &u))
	show(fmt.Sscanln("1\n2", &i, &u))
	show(fmt.Sscanln("1 2 3", &i, &u))
	show(fmt.Sscanf("12:ab:3.5", "%d:%2s:%f", &i, &s, &f))
	show(fmt.Sscanf("12345", "%3d%d", &i, &u))
	show(fmt.Sscanf("ff 101 17 x", "%x %b %o %c", &i, &u, &u64, &r))
	show(fmt.Sscanf("\"q s\" `raw` 6869", "%q %q %x", &s, &w, &by))
	show(fmt.Sscanf("50%", "%d%%", &i))
	show(fmt.Sscanf("a 1", "b %d", &i))
	show(fmt.Sscanf("1 2", "%d", &i, &u))
	show(fmt.Sscanf("1", "%d %d", &i, &u))
	show(fmt.Sscanf("1", "%z", &i))
	show(fmt.Sscanf("1\n2", "%d %d", &i, &u))
	show(fmt.Sscanf("1\n2", "%d\n%d", &i, &u))
	show(fmt.Sscanf("U+4E16 t 1e2 1p3", "%U %t %g %v", &r, &b, &f, &f))
	show(fmt.Sscanf("5 6:x", "%d %v", &i, &p))

	rd := bufio.NewReader(strings.NewReader("10 20\n30\nend"))
	for {
		n, err := fmt.Fscan(rd, &i)
		fmt.Println(n, err, i)
		if err != nil {
			break
		}
	}
	rest, _ := io.ReadAll(rd)
	fmt.Printf("%q\n", rest)
	for n := 0; ; n++ {
		var a, b string
		k, err := fmt.Fscanln(os.Stdin, &a, &b)
		fmt.Printf("%d %v %q %q\n", k, err, a, b)
		if err == io.EOF || n > 5 {
			break
		}
	}
}
