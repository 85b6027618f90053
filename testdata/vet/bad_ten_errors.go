// hood: vet   exit: 1
// After ten errors the rest is not told: only that there are too many.
package main

func main() {
	e1()  // err: bad_ten_errors.go:6:2: undefined: e1
	e2()  // err: bad_ten_errors.go:7:2: undefined: e2
	e3()  // err: bad_ten_errors.go:8:2: undefined: e3
	e4()  // err: bad_ten_errors.go:9:2: undefined: e4
	e5()  // err: bad_ten_errors.go:10:2: undefined: e5
	e6()  // err: bad_ten_errors.go:11:2: undefined: e6
	e7()  // err: bad_ten_errors.go:12:2: undefined: e7
	e8()  // err: bad_ten_errors.go:13:2: undefined: e8
	e9()  // err: bad_ten_errors.go:14:2: undefined: e9
	e10() // err: bad_ten_errors.go:15:2: undefined: e10
	e11() // err: too many errors
	e12()
}
