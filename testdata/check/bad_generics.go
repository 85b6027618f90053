// Generic code that gc refuses, and why.
package p

type Integer interface{ ~int | ~int64 }
type MyInt int
type List[T any] struct{ items []T }
type Num[T Integer] struct{ n T }

func (l *List[T]) push(x T) { l.items = append(l.items, x) }
func (l *List) pop()        {} // ERROR 10 "cannot use generic type List[T any] without instantiation"
func (l List[int]) size() int {
	return 1 // ERROR 9 "cannot use 1 (untyped int constant) as int value in return statement"
}

func id[T any](x T) T             { return x }
func two[P, Q any](p P, q Q)      {}
func none[T any]()                {}
func sum[T Integer](list ...T) T  { return list[0] }
func same[T any](a, b T)          {}
func keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

var _ List          // ERROR 7 "cannot use generic type List[T any] without instantiation"
var _ List[int, int] // ERROR 7 "too many type arguments for type List: have 2, want 1"
var _ Num[string]   // ERROR 11 "string does not satisfy Integer (string missing in ~int | ~int64)"
var _ MyInt[int]    // ERROR 7 "invalid operation: MyInt[int] (MyInt is not a generic type)"
var _ Integer       // ERROR 7 "cannot use type Integer outside a type constraint: interface contains type constraints"
var _ comparable    // ERROR 7 "cannot use type comparable outside a type constraint: interface is (or embeds) comparable"

func calls() {
	none()                  // ERROR 6 "in call to none, cannot infer T"
	id[int, string](1)      // ERROR 10 "got 2 type arguments but id[int, string] has 1 type parameters"
	two[string](1, 2)       // ERROR 14 "cannot use 1 (untyped int constant) as string value in argument to two[string]"
	_ = sum("a")            // ERROR 9 "string does not satisfy Integer (string missing in ~int | ~int64)"
	_ = sum(1.5)            // ERROR 9 "float64 does not satisfy Integer (float64 missing in ~int | ~int64)"
	same(MyInt(1), "a")     // ERROR 17 "cannot use \"a\" (untyped string constant) as MyInt value in argument to same"
	same([]int{}, map[int]int{}) // ERROR 16 "in call to same, type map[int]int of map[int]int{} does not match inferred type []int for T"
	keys([]int{})           // ERROR 6 "in call to keys, M (type []int) does not satisfy ~map[K]V"
	_ = keys(map[[1]func()]int{}) // ERROR 10 "[1]func() does not satisfy comparable" 15 "invalid map key type [1]func()"
	_ = id                  // ERROR 6 "cannot use generic function id without instantiation"
	id(nil)                 // ERROR 4 "in call to id, cannot infer T"
	var f func(int) string = id // ERROR 27 "inferred type func(x int) int for func(x T) T does not match type func(int) string of f"
	f(1)
}

func ops[T any, I Integer, C comparable, S []int | map[int]int](t T, i I, c C, s S) {
	_ = t + t     // ERROR 6 "invalid operation: operator + not defined on t (variable of type T constrained by any)"
	_ = t == t    // ERROR 6 "invalid operation: t == t (incomparable types in type set)"
	_ = c < c     // ERROR 6 "invalid operation: c < c (type parameter C cannot use operator <)"
	_ = i + 1.5   // ERROR 10 "cannot convert 1.5 (untyped float constant) to type I"
	_ = T(1)      // ERROR 8 "cannot convert 1 (untyped int constant) to type T: T does not contain specific types"
	_ = I("a")    // ERROR 8 "cannot convert \"a\" (untyped string constant) to type I"
	_ = t.x       // ERROR 8 "t.x undefined (type T has no field or method x)"
	_ = t.(int)   // ERROR 6 "invalid operation: cannot use type assertion on type parameter value t (variable of type T constrained by any)"
	switch t.(type) { // ERROR 9 "cannot use type switch on type parameter value t (variable of type T constrained by any)"
	}
	for range s { // ERROR 12 "cannot range over s (variable of type S constrained by []int | map[int]int): no core type"
	}
	_ = s[0:1] // ERROR 6 "invalid operation: cannot slice s (variable of type S constrained by []int | map[int]int): S has no core type"
	_ = S{}    // ERROR 6 "invalid composite literal type S"
	_ = []S{{}} // ERROR 10 "invalid composite literal element type S: no core type"
	_ = append(s, 1) // ERROR 13 "first argument to append must be a slice; s (variable of type S constrained by []int | map[int]int) has no core type"
	t()        // ERROR 2 "invalid operation: cannot call non-function t (variable of type T constrained by any)"
	var _ T = nil // ERROR 12 "cannot use nil as T value in variable declaration"
	var _ map[T]int // ERROR 12 "invalid map key type T (missing comparable constraint)"
}

type rhs[P any] P               // ERROR 17 "cannot use a type parameter as RHS in type declaration"
type emb[P any] struct{ P }     // ERROR 25 "embedded field type cannot be a type parameter"
type bound[P any, Q P] struct{} // ERROR 21 "cannot use a type parameter as constraint"
type term[P any] interface{ P | int } // ERROR 29 "term cannot represent type parameter"
type over interface{ int | ~int }     // ERROR 28 "overlapping terms ~int and int"
type tilde interface{ ~MyInt }        // ERROR 23 "invalid use of ~ (underlying type of MyInt is int)"
type union interface{ int | error }   // ERROR 29 "cannot use error in union (error contains methods)"
type self[P any] struct{ s self[P] }  // ERROR 28 "invalid recursive type: self refers to itself"
type inTParams[P inTParams[P]] int    // ERROR 6 "invalid recursive type"
type gen[P any] = []P                 // ERROR 10 "generic type alias requires go1.23 or later"

// Found only through the type argument, after inner[P] by itself was found to be fine.
type inner[P any] struct{ v P }
type outer[P any] struct{ i inner[P] }
type loop struct{ o outer[loop] } // ERROR 6 "invalid recursive type loop"
