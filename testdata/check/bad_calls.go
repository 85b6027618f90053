// Calls: too few and too many arguments, wrong ones, built-ins, method values.
package p

type T struct{ a int }

func (t *T) set(int)  {}
func (t T) get() int  { return t.a }
func f(int, string)   {}
func v(...int)        {}
func two() (int, int) { return 1, 2 }

func calls(a []int, t T) {
	f(1)             // ERROR 4 "not enough arguments in call to f | have (number) | want (int, string)"
	f()              // ERROR 2 "not enough arguments in call to f | have () | want (int, string)"
	f(1, "a", 2)     // ERROR 12 "too many arguments in call to f | have (number, string, number) | want (int, string)"
	f(two())         // ERROR 4 "cannot use two() (value of type int) as string value in argument to f"
	f("a", 1)        // ERROR 4 "cannot use \"a\" (untyped string constant) as int value in argument to f" 9 "cannot use 1 (untyped int constant) as string value in argument to f"
	f(1, a...)       // ERROR 2 "cannot use ... in call to non-variadic f"
	v(two()...)      // ERROR 2 "cannot use ... with 2-valued two()"
	v(a...)
	v(1, 2, "x")     // ERROR 10 "cannot use \"x\" (untyped string constant) as int value in argument to v"
	T{}.set(1)       // ERROR 6 "cannot call pointer method set on T"
	_ = T.set        // ERROR 8 "invalid method expression T.set (needs pointer receiver (*T).set)"
	_ = t.b          // ERROR 8 "t.b undefined (type T has no field or method b)"
	_ = t.A          // ERROR 8 "t.A undefined (type T has no field or method A, but does have field a)"
	_ = len()        // ERROR 6 "invalid operation: not enough arguments for len() (expected 1, found 0)"
	_ = len(a, a)    // ERROR 6 "invalid operation: too many arguments for len(a, a) (expected 1, found 2)"
	_ = len(t)       // ERROR 10 "invalid argument: t (variable of type T) for built-in len"
	_ = cap("a")     // ERROR 10 "invalid argument: \"a\" (untyped string constant) for built-in cap"
	_ = make(T)      // ERROR 11 "invalid argument: cannot make T; type must be slice, map, or channel"
	_ = make([]int)  // ERROR 6 "invalid operation: make([]int) expects 2 or 3 arguments; found 1"
	_ = make([]int, 2, 1) // ERROR 18 "invalid argument: length and capacity swapped"
	_ = new(1)       // ERROR 10 "1 is not a type"
	copy(a, "x")     // ERROR 7 "invalid argument: arguments to copy a (variable of type []int) and \"x\" (untyped string constant) have different element types int and byte"
	delete(a, 1)     // ERROR 9 "invalid argument: a (variable of type []int) is not a map"
	close(a)         // ERROR 8 "invalid operation: cannot close non-channel a (variable of type []int)"
	min(1, "a")      // ERROR 9 "invalid argument: mismatched types untyped int (previous argument) and untyped string (type of \"a\")"
	append(a, 1)     // ERROR 2 "append(a, 1) (value of type []int) is not used"
	defer int(1)     // ERROR 8 "defer requires function call, not conversion int(1) (constant 1 of type int)"
	go len(a)        // ERROR 5 "go discards result of len(a) (value of type int)"
	_ = int()        // ERROR 6 "missing argument in conversion to int"
	_ = int(1, 2)    // ERROR 13 "too many arguments in conversion to int"
}
