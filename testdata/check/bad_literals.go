// Composite literals.
package p

type T struct{ a, b int }
type P *T

var (
	_ = T{1}                          // ERROR 9 "too few values in struct literal of type T"
	_ = T{1, 2, 3}                    // ERROR 14 "too many values in struct literal of type T"
	_ = T{c: 1}                       // ERROR 8 "unknown field c in struct literal of type T"
	_ = T{a: 1, 2}                    // ERROR 14 "mixture of field:value and value elements in struct literal"
	_ = T{a: 1, a: 2}                 // ERROR 14 "duplicate field name a in struct literal"
	_ = T{a: "x"}                     // ERROR 11 "cannot use \"x\" (untyped string constant) as int value in struct literal"
	_ = P{1, 2}                       // ERROR 6 "invalid composite literal type P"
	_ = [2]int{1, 2, 3}               // ERROR 19 "index 2 is out of bounds (>= 2)"
	_ = [...]int{5: 1, 5: 2}          // ERROR 21 "duplicate index 5 in array or slice literal"
	_ = map[string]int{"a": 1, "a": 2} // ERROR 29 "duplicate key \"a\" in map literal"
	_ = map[string]int{1}             // ERROR 21 "missing key in map literal"
	_ = []T{{1, 2}, {c: 1}}           // ERROR 19 "unknown field c in struct literal of type T"
	_ = []*T{{1, 2}, {1}}             // ERROR 21 "too few values in struct literal of type T"
	_ = [-1]int{}                     // ERROR 7 "invalid array length -1 (untyped int constant)"
	_ = [1.5]int{}                    // ERROR 7 "array length 1.5 (untyped float constant) must be integer"
	_ = [undef]int{}                  // ERROR 7 "undefined array length undef or missing type constraint"
)
