// hood: run   book: 7.2
// A function with few defers and none in a loop makes the calls in line where it returns; a panic, Goexit and recover must
// not be able to tell. `hood dis` shows the form: OpenDefer here, Defer in looped().
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type counter struct{ n int }

func (c *counter) add(k int) { c.n += k }
func (c counter) show(s string) {
	fmt.Println(s, c.n)
}

type adder interface{ add(int) }

func conditional(a, b bool) (trace string) {
	defer func() { trace += "1" }()
	if a {
		defer func() { trace += "2" }()
		if b {
			return "ab"
		}
	}
	defer func() { trace += "3" }()
	if b {
		defer func() { trace += "4" }()
	}
	return "-"
}

func operands() {
	c := counter{1}
	x := 10
	var i adder = &c
	defer fmt.Println("args", x, c.n)
	defer c.show("value receiver")
	defer func(k int) { fmt.Println("literal with parameter", k, x) }(x)
	defer i.add(100)
	m := map[string]int{"a": 1, "b": 2}
	defer func() { fmt.Println("map", len(m)) }()
	defer delete(m, "a")
	x, c.n, i = 20, 2, nil
}

func panics(how int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	defer func() { fmt.Println("before the recovery") }()
	switch how {
	case 1:
		panic("one")
	case 2:
		var p *counter
		p.n++
	case 3:
		defer panic("deferred")
		return errors.New("lost")
	case 4:
		defer func() { panic("replaced") }()
		panic("first")
	}
	defer fmt.Println("not due after a panic")
	return nil
}

// The first deferred call panics on the way out of a normal return; the others still run, and see the panic.
func lateFailure() (s string) {
	defer func() { s = fmt.Sprint("caught ", recover()) }()
	defer fmt.Println("still runs")
	var f func()
	defer f()
	return "unseen"
}

func nested() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}

func helperRecovers() {
	defer func() { fmt.Println("helper got", recover()) }()
}

// recover works in the deferred function itself only, even if that one's own deferred calls run in line.
func notMine() {
	defer func() { fmt.Println("mine", recover()) }()
	defer func() {
		helperRecovers()
		defer func() { fmt.Println("too deep", recover()) }()
	}()
	panic("p")
}

func deep(n int, sum *int) {
	defer func() { *sum += n }()
	if n == 0 {
		panic("bottom")
	}
	deep(n-1, sum)
}

func looped(n int) (s string) {
	for i := 0; i < n; i++ {
		defer func(i int) { s += fmt.Sprint(i) }(i)
	}
	return ""
}

func repanics() {
	defer func() { fmt.Println("again", recover()) }()
	defer func() {
		r := recover()
		panic(fmt.Sprint(r, "+"))
	}()
	defer func() {
		panic(fmt.Sprint(recover(), "*"))
	}()
	panic("x")
}

func main() {
	for k := 0; k < 4; k++ {
		fmt.Println(conditional(k&1 != 0, k&2 != 0))
	}
	operands()
	for k := 0; k <= 4; k++ {
		fmt.Println(k, panics(k))
	}
	fmt.Println(lateFailure())
	nested()
	notMine()
	repanics()
	fmt.Println(looped(5))
	sum := 0
	func() {
		defer func() { fmt.Println(recover(), sum) }()
		deep(1000, &sum)
	}()
	done := make(chan string)
	go func() {
		defer close(done)
		defer func() { done <- fmt.Sprint("Goexit ", recover()) }()
		func() {
			defer func() { done <- "inner frame" }()
			runtime.Goexit()
		}()
	}()
	for s := range done {
		fmt.Println(s)
	}
	var b strings.Builder
	func() {
		defer b.WriteString("results of a deferred call are dropped")
	}()
	fmt.Println(b.String())
}
