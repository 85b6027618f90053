// hood: run
// Flags: all kinds, their spellings, usage, errors.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, "+") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type color struct{ r, g int }

func (c color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("%d/%d", c.r, c.g)), nil }
func (c *color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d/%d", &c.r, &c.g)
	return err
}

func set() (*flag.FlagSet, func()) {
	f := flag.NewFlagSet("tool", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	v := f.Bool("v", false, "be verbose")
	n := f.Int("n", 3, "number of `times`")
	u := f.Uint64("u", 0, "unsigned")
	s := f.String("name", "x y", "a name\nof two lines")
	d := f.Duration("wait", time.Second, "how long")
	x := f.Float64("x", 1.5, "ratio")
	var l list
	f.Var(&l, "l", "list")
	var c color
	f.TextVar(&c, "color", color{1, 2}, "a color")
	f.Func("check", "a function", func(s string) error {
		if s == "bad" {
			return errors.New("no good")
		}
		return nil
	})
	return f, func() {
		fmt.Println(*v, *n, *u, *s, *d, *x, l, c, f.Args(), f.NFlag(), f.NArg(), f.Arg(0), f.Parsed())
	}
}

func main() {
	for _, args := range []string{"-v -n=7 --u 0x10 -name hi -wait 2m30s -x 1e3 -l a -l b -color 8/9 rest -n 1", "-n 010 -- -v", "-v=false -",
		"-n x", "-u -1", "-n 99999999999999999999", "-nope", "-n", "-v=maybe", "-wait 5", "---v", "-=", "-check bad", "-h", "-color q"} {
		f, show := set()
		err := f.Parse(strings.Fields(args))
		fmt.Println("==", args, "->", err, err == flag.ErrHelp)
		if err == nil {
			show()
		}
	}
	f, _ := set()
	f.Parse([]string{"-n", "4", "-v"})
	f.Visit(func(x *flag.Flag) { fmt.Print(x.Name, "=", x.Value, " ") })
	fmt.Println(f.Set("n", "12"), f.Lookup("n").Value.(flag.Getter).Get(), f.Lookup("n").DefValue, f.Set("q", "1"), f.Lookup("q"))
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		f.Int("n", 1, "again")
	}()
	flag.CommandLine.SetOutput(os.Stdout)
	p := flag.Int("p", 5, "port")
	flag.Parse()
	fmt.Println(*p, flag.NArg(), flag.Parsed())
}
