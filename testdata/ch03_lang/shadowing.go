// hood: run   book: 3.1
// Inner declarations hide outer ones until their block ends; := reuses variables of its own block; predeclared names can be hidden.
package main

import "fmt"

var x = "package"

type T int

func result() (n int, err error) {
	if n, err := 5, fmt.Errorf("inner"); err != nil {
		_ = n
	}
	{
		n := 100
		n++
	}
	return
}

func params(x int) int {
	if x := x * 2; x > 5 {
		x := x + 1
		return x
	} else if y := x + 1; y > 3 {
		return x*100 + y
	}
	return x
}

func main() {
	fmt.Println(x) // out: package
	x := 1
	{
		x := x + 1
		x++
		fmt.Println(x) // out: 3
	}
	fmt.Println(x) // out: 1
	if x := "if"; x != "" {
		fmt.Println(x) // out: if
	}
	for x := 0; x < 1; x++ {
		x := x + 10
		fmt.Println(x) // out: 10
	}
	switch x := 3; x {
	case 3:
		x := "case"
		fmt.Println(x) // out: case
	}
	a, b := 1, 2
	b, c := 3, 4 // b is reused
	p := &b
	b, d := 5, 6
	fmt.Println(a, *p, c, d)                     // out: 1 5 4 6
	fmt.Println(result())                        // out: 0 <nil>
	fmt.Println(params(1), params(2), params(3)) // out: 1 405 7

	true := false
	nil := 0
	len := func(s string) int { return -1 }
	int := "a variable now"
	fmt.Println(true, nil, len("abc"), int) // out: false 0 -1 a variable now
	type T string
	var t T = "local type"
	fmt.Printf("%v %T\n", t, t) // out: local type main.T
	type rec struct{ next *rec }
	r := rec{&rec{}}
	fmt.Println(r.next.next == (*rec)(r.next.next)) // out: true
	{
		fmt := "not a package"
		_ = fmt
	}
	f := func(x string) string {
		defer func() { x = "gone" }()
		return x
	}
	fmt.Println(f("argument"), x) // out: argument 1
	const x2 = iota
	func() {
		x = 50 // the variable of main
		var x = x + 1
		_ = x
	}()
	fmt.Println(x, x2) // out: 50 0
}
