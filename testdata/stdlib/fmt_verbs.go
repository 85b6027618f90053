// hood: run
// Every verb on values of every kind, with flags, widths and mistakes in the format.
package main

import (
	"fmt"
	"math"
	"os"
	"time"
)

type point struct{ X, Y int }
type named struct {
	point
	Name  string
	inner *point
	any   interface{}
	Err   error
	list  []string
	m     map[string]int
}
type level int

func (l level) String() string { return fmt.Sprintf("level(%d)", int(l)) }

type failing struct{}

func (*failing) Error() string { panic("no error") }

type failure int

func (f failure) Error() string { return "failed" }

type gopher struct{ n int }

func (g gopher) GoString() string { return "gopher!" }

type custom struct{}

func (custom) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	if !wok {
		w = 0
	}
	if !pok {
		p = 0
	}
	fmt.Fprintf(s, "<%c %d %v %d %v %v%v%v%v%v>", verb, w, wok, p, pok, s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
}

type bytesType []byte

func main() {
	values := []interface{}{nil, true, 0, -42, int8(7), uint8(200), uint64(math.MaxUint64), uintptr(0xbeef), 'x', '世', 3.14159, -1e21, 1e-9,
		float32(0.1), math.Inf(1), math.NaN(), 1 + 2i, "", "héllo", "q\"`\n", []byte("ab\xff"), bytesType("t"), [3]byte{1, 2, 3}, []int{1, 2},
		[]int(nil), []string{"a b", "c"}, [2]bool{true}, map[string]int{"z": 1, "a": 2}, map[int]level{3: 1, 1: 2}, map[level]string(nil),
		map[interface{}]int{"s": 1, 2: 2, 1.5: 3, nil: 4, true: 5}, point{1, 2}, named{}, named{point{1, 2}, "n", nil, level(3), failure(1), []string{"l"}, map[string]int{"k": 1}},
		level(5), []level{1, 2}, struct{ L level }{9}, struct{ l level }{9}, (*point)(nil), (*failing)(nil), gopher{1}, []gopher{{1}}, custom{}, []custom{{}},
		failure(3), []error{failure(2), nil}, time.Second * 90, []interface{}{1, "a", nil, level(1)}, struct{}{}, [0]int{}, (func())(nil), (chan int)(nil)}
	formats := []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "% x", "%#x", "%#q", "%+q", "%t", "%c", "%U", "%#U", "%e", "%g", "%.2f", "%8.3f|", "%-8v|",
		"%08d", "%+d", "% d", "%b", "%o", "%#o", "%O", "%6.2v|", "%p", "%w", "%z", "%!"}
	for _, v := range values {
		for _, f := range formats {
			if f == "%p" && v != nil {
				continue // an address
			}
			s := fmt.Sprintf(f, v)
			fmt.Print(s, "\t")
		}
		fmt.Println()
	}
	fmt.Printf("%d %s\n", 1)
	fmt.Printf("%d\n", 1, 2, "x")
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]d %[x]d %[]d %[2]*[1]d\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f|%*d\n", 5, 1, 5, 2, 2, 3.14159, "x", 4)
	fmt.Printf("%%|%5%|%-5c|%05s|%.3s|%.10q|%x|%X\n", 'c', "ab", "héllo", "quote", "hex", []byte{1, 171})
	fmt.Printf("%6.3d|%+.3e|%#.3g|%#v|%#v|%+q\n", 7, 12345.678, 1.0, 1.0, []float64{1, 0.5}, 'é')
	fmt.Printf("%")
	fmt.Printf("%.|%10000000d\n", 3)
	fmt.Print("a", 1, 2, "b", "c", 3.0, nil, nil, "\n")
	fmt.Println("a", 1, nil, []string{}, struct{}{})
	fmt.Printf("%v %+v %v %v\n", &point{3, 4}, &named{}, &[]int{1}, &map[string]int{"k": 1})
	n, err := fmt.Fprintln(os.Stdout, "counted")
	fmt.Println(n, err, fmt.Sprint(), fmt.Sprintln("x") == "x\n", string(fmt.Appendf(nil, "%d", 1)), string(fmt.Append(nil, 1, 2)))
}
