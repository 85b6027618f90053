// hood: run   exit: 2   book: 3.5
// Each kind of panic value prints in its own way; one that replaces a recovered one prints the chain.
package main

import "fmt"

type named string
type num float64
type point struct{ x, y int }
type stringer struct{ s string }

func (s stringer) String() string { return "I am " + s.s }

// show prints what the chain of panics below says about its value.
func nest(values []interface{}) {
	defer func() {
		if len(values) > 1 {
			nest(values[1:])
		}
	}()
	panic(values[0])
}

func main() {
	fmt.Println("start") // out: start
	nest([]interface{}{"text", 42, named("n"), num(2.5), true, 'x', uint8(7), 1.5, 2i, stringer{"me"}, fmt.Errorf("err %d", 1)})
	// err: panic: text
	// err: 	panic: 42
	// err: 	panic: main.named("n")
	// err: 	panic: main.num(+2.500000e+000)
	// err: 	panic: true
	// err: 	panic: 120
	// err: 	panic: 7
	// err: 	panic: +1.500000e+000
	// err: 	panic: (+0.000000e+000+2.000000e+000i)
	// err: 	panic:
	// err: I am me
	// err: 	panic:
	// err: err 1
	// err: goroutine 1 [running]:
}
