// Assignments, declarations and results of the wrong type or number.
package p

type T struct{ a int }

type I interface{ M() }

func two() (int, string) { return 1, "" }
func none()              {}

var x int = "s"   // ERROR 13 "cannot use \"s\" (untyped string constant) as int value in variable declaration"
var y int8 = 300  // ERROR 14 "cannot use 300 (untyped int constant) as int8 value in variable declaration (overflows)"
var z = nil       // ERROR 9 "use of untyped nil in variable declaration"
var i I = T{}     // ERROR 11 "cannot use T{} (value of type T) as I value in variable declaration: T does not implement I (missing method M)"
var a, b = 1      // ERROR 12 "assignment mismatch: 2 variables but 1 value"
var c, d, e = 1, 2 // ERROR 11 "missing init expr for e"
var g = none()    // ERROR 9 "none() (no value) used as value"

func assign(s string, m map[string]T, n int) (int, error) {
	n = s                // ERROR 6 "cannot use s (variable of type string) as int value in assignment"
	n, s = 1             // ERROR 9 "assignment mismatch: 2 variables but 1 value"
	n = two()            // ERROR 6 "assignment mismatch: 1 variable but two returns 2 values"
	n, s, _ = two()      // ERROR 12 "assignment mismatch: 3 variables but two returns 2 values"
	s[0] = 'a'           // ERROR 2 "cannot assign to s[0] (neither addressable nor a map index expression)"
	m["a"].a = 1         // ERROR 2 "cannot assign to struct field m[\"a\"].a in map"
	two() = 1, 2         // ERROR 10 "assignment mismatch: 1 variable but 2 values"
	n := 1               // ERROR 4 "no new variables on left side of :="
	unused := 1          // ERROR 2 "declared and not used: unused"
	_ = nil              // ERROR 6 "use of untyped nil in assignment"
	for k := range 1.5 { // ERROR 17 "cannot range over 1.5 (untyped float constant)"
	}
	for k, v := range 3 { // ERROR 6 "declared and not used: k" 9 "range over 3 (untyped int constant) permits only one iteration variable"
	}
	if n { // ERROR 5 "non-boolean condition in if statement"
		return // ERROR 3 "not enough return values | have () | want (int, error)"
	}
	if n > 0 {
		return 1 // ERROR 10 "not enough return values | have (number) | want (int, error)"
	}
	return 1, nil, 2 // ERROR 17 "too many return values | have (number, nil, number) | want (int, error)"
}

func missing(n int) int {
	for n > 0 {
		return 1
	}
} // ERROR 1 "missing return"
