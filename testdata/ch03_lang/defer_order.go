// hood: run   book: 3.5
// Deferred calls run last in, first out; arguments are evaluated at the defer statement; named results can still be changed.
package main

import "fmt"

type t struct{ n int }

func (v t) show(s string)   { fmt.Println(s, v.n) }
func (v *t) showp(s string) { fmt.Println(s, v.n) }

func named() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	n = 1
	return n + 1 // n = 2, then +3, then *2
}

func unnamed() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func loop() {
	for i := 0; i < 4; i++ {
		defer fmt.Print(i, " ")
	}
	fmt.Print("loop: ")
}

func recovered() (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught %v", r)
		}
	}()
	s = "partial"
	panic("oops")
}

func conditional(b bool) {
	if b {
		defer fmt.Println("conditional defer ran")
	}
	fmt.Println("body", b)
}

func trace(s string) func() {
	fmt.Println("enter", s)
	return func() { fmt.Println("leave", s) }
}

func main() {
	fmt.Println(named(), unnamed()) // out: 10 1
	loop()
	fmt.Println("done")      // out: loop: 3 2 1 0 done
	fmt.Println(recovered()) // out: partial caught oops
	conditional(false)       // out: body false
	conditional(true)
	// out: body true
	// out: conditional defer ran
	func() {
		defer trace("f")()
		fmt.Println("inside")
	}()
	// out: enter f
	// out: inside
	// out: leave f
	func() {
		v := t{1}
		defer v.show("value receiver")
		defer v.showp("pointer receiver")
		x := 5
		defer fmt.Println("argument", x)
		defer func() { fmt.Println("closure", x) }()
		v.n, x = 2, 6
	}()
	// out: closure 6
	// out: argument 5
	// out: pointer receiver 2
	// out: value receiver 1
	n := 0
	for i := 0; i < 3000; i++ {
		func() {
			defer func() { n++ }()
		}()
	}
	func() {
		for i := 0; i < 3000; i++ {
			defer func(k int) { n += k }(i % 2)
		}
	}()
	fmt.Println(n) // out: 4500
	defer func() { fmt.Println(recover()) }()
	var nilFunc func()
	defer nilFunc()            // fails when it is called, not here
	fmt.Println("end of main") // out: end of main
	// out: runtime error: invalid memory address or nil pointer dereference
}
