// hood: run   exit: 1
// Lines of loggers: flags, prefixes, places, one Write a line; Panic panics with the message.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"sync"
)

// pieces counts the writes.
type pieces struct {
	bytes.Buffer
	writes int
}

func (p *pieces) Write(b []byte) (int, error) {
	p.writes++
	return p.Buffer.Write(b)
}

// shape replaces digits, which the clock decides.
func shape(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

func helper(l *log.Logger) { l.Output(2, "reported at the caller's line") }

func main() {
	l := log.New(os.Stdout, "app: ", 0)
	l.Print("one", 2, 3, "four")
	l.Println("five", 6)
	l.Printf("%05.2f|%q\n", 3.14159, "x")
	l.Print("")
	l.SetFlags(log.Lshortfile)
	l.Println("here")
	helper(l)
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	l.Println("here")
	fmt.Println(l.Flags(), l.Prefix(), l.Writer() == os.Stdout)

	var b bytes.Buffer
	for _, flag := range []int{log.Ldate, log.Ltime, log.Lmicroseconds, log.LstdFlags | log.LUTC, log.LstdFlags | log.Lmicroseconds | log.Lmsgprefix} {
		log.New(&b, "p ", flag).Print("x")
	}
	fmt.Print(shape(b.String()))
	b.Reset()
	log.New(&b, "", log.Llongfile).Print("x")
	fmt.Println(strings.HasSuffix(b.String(), "log_lines.go:57: x\n"))

	p := &pieces{}
	log.SetOutput(p)
	log.SetFlags(0)
	log.SetPrefix("std ")
	var wg sync.WaitGroup
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			log.Print("from a goroutine")
		}()
	}
	wg.Wait()
	fmt.Println(p.writes, p.String() == strings.Repeat("std from a goroutine\n", 20))
	fmt.Println(log.Default().Prefix(), log.Flags(), log.Writer() == io.Writer(p))

	p.Reset()
	for _, f := range []func(){
		func() { log.Panic("a", 1, 2) },
		func() { log.Panicf("%d!", 3) },
		func() { log.Panicln("b", 4) },
		func() { log.Default().Panicln("c") },
	} {
		func() {
			defer func() { fmt.Printf("%q\n", recover()) }()
			f()
		}()
	}
	log.SetFlags(log.Lshortfile)
	log.Println("where")
	log.Output(1, "where")
	fmt.Print(p.String())
	log.SetOutput(io.Discard)
	log.Println("nowhere")
	log.SetOutput(os.Stdout)
	log.Fatalln("the end", 1)
}
