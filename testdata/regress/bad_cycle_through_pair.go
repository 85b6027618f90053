// hood: vet   exit: 1
// A variable that got its type together with another one was used as a type by the function that both come from. Nothing
// was said, its type was invalid, and the compiler ended with an internal error. (Found by hood_fuzz_compile.)
package main

var d, e = pair() // err: bad_cycle_through_pair.go:6:5: invalid cycle in declaration of d

func pair() (int, e) { return 1, 2 }

func main() { println(d) }
