// hood: run   exit: 1   oracle: no
// Found by the fuzzer of the compiler: a type of terabytes has no pointer mask that could be written down, and its size in
// slots wrapped around to 0. Now both are errors of the program.
package main

type T [1 << 40]*int // err: type main.T is too large

func f() T { return T{} } // err: stack frame too large

func main() {
	f()
	println(new(T))
}
