// hood: vet   exit: 1
// Types do not mix: no implicit conversion between numbers, strings and bools.
package main

type celsius float64

func main() {
	i, f, s, b := 1, 2.5, "s", true
	var c celsius = 3
	_ = i + f          // err: bad_mismatch.go:10:6: invalid operation: i + f (mismatched types int and float64)
	_ = s + i          // err: bad_mismatch.go:11:6: invalid operation: s + i (mismatched types string and int)
	_ = c + f          // err: bad_mismatch.go:12:6: invalid operation: c + f (mismatched types celsius and float64)
	i = s              // err: bad_mismatch.go:13:6: cannot use s (variable of type string) as
	s = 'x'            // err: bad_mismatch.go:14:6: cannot use 'x'
	b = i              // err: bad_mismatch.go:15:6: cannot use i (variable of type int) as
	var u8 uint8 = 256 // err: bad_mismatch.go:16:17: cannot use 256
	if i {             // err: bad_mismatch.go:17:5: non-boolean condition in if statement
	}
	_ = !i // err: bad_mismatch.go:19:7: invalid operation: operator ! not defined on i (variable of type int)
	_, _, _ = u8, b, c
}
