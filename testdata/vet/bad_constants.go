// hood: vet   exit: 1
// Constants must fit, divide by something, and not be assigned to.
package main

const c = 10

var arr [3]int

func main() {
	c = 20             // err: bad_constants.go:10:2: cannot assign to c
	_ = 1 / 0          // err: bad_constants.go:11:10: invalid operation: division by zero
	_ = arr[5]         // err: bad_constants.go:12:10: invalid argument: index 5 out of bounds [0:3]
	var i8 int8 = 1000 // err: bad_constants.go:13:16: cannot use 1000
	_ = "abc"[-1]      // err: bad_constants.go:14:12: invalid argument: index -1 (constant of type int) must not be negative
	_ = uint(-1)       // err: bad_constants.go:15:11:
	const big = 1 << 100
	x := big // err: bad_constants.go:17:7:
	_, _ = i8, x
	"literal"[0] = 'x' // err: bad_constants.go:19:2: cannot assign to "literal"[0]
}
