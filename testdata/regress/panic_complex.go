// hood: run   exit: 2
// The value of a panic that nobody recovered had two pairs of parentheses when its type was a complex one with a name.
// err: panic: main.c(+1.000000e+000+2.000000e+000i)
package main

type c complex128

func main() { panic(c(complex(1, 2))) }
