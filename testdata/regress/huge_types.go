// hood: run   exit: 1   oracle: no
// Found by the fuzzer of the compiler: a type of terabytes has no pointer mask that could be written down, and its size in
// slots wrapped around to 0. Now that is an error of the program. (Values too large for a frame are not: huge_values.go.)
package main

type T [1 << 40]*int // err: type main.T is too large

func f() T { return T{} }

func main() {
	f()
	println(new(T))
}
