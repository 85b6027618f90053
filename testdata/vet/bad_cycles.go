// hood: vet   exit: 1
// Types that contain themselves, and variables whose values need each other.
package main

type list struct { // err: bad_cycles.go:5:6: invalid recursive type
	v    int
	next list
}

var a = b // err: bad_cycles.go:10:5: initialization
var b = f()

func f() int { return a }

func main() {}
