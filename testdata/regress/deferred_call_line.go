// hood: run
// The line of a function that makes its deferred calls was that of the defer statement, where the call is open-coded. It is
// the place where the function returns: its closing brace, or the return statement.
package main

import (
	"fmt"
	"runtime"
)

func where() {
	_, _, line, _ := runtime.Caller(1)
	fmt.Println("deferred at", line)
}

func end() {
	defer where()
} // line 18

func returns(early bool) int {
	defer where()
	if early {
		return 1 // line 23
	}
	defer func() {
		_, _, line, _ := runtime.Caller(1)
		fmt.Println("literal at", line)
	}()
	return 2 // line 29
}

func loop() {
	for i := 0; i < 2; i++ {
		defer where()
	}
} // line 36

func panics() (line int) {
	defer func() {
		recover()
		for skip := 1; ; skip++ {
			pc, _, l, ok := runtime.Caller(skip)
			if !ok {
				return
			}
			if runtime.FuncForPC(pc).Name() == "main.panics" {
				line = l
				return
			}
		}
	}()
	panic("p") // line 52
}

func main() {
	end()
	returns(true)
	returns(false)
	loop()
	fmt.Println("panicked at", panics())
}
