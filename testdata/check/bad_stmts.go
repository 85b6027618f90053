// Statements: switches, selects, labels, sends, fallthrough.
package p

func stmts(x int, e any, in <-chan int, out chan<- int, err error) {
	switch x {
	case 1, 2:
	case 2: // ERROR 7 "duplicate case 2 (constant of type int) in expression switch | x.go:6:10: previous case"
	case "a": // ERROR 7 "invalid case \"a\" in switch on x (mismatched types untyped string and int)"
	default:
	}
	switch e.(type) {
	case int:
	case int: // ERROR 7 "duplicate case int in type switch | x.go:12:7: previous case"
	case nope: // ERROR 7 "undefined: nope"
	}
	switch y := e.(type) { // ERROR 9 "declared and not used: y"
	case int:
	}
	switch err.(type) {
	case int: // ERROR 7 "impossible type switch case: int | err (variable of type error) cannot have dynamic type int (missing method Error)"
	}
	switch x.(type) { // ERROR 9 "x (variable of type int) is not an interface"
	}
	in <- 1  // ERROR 2 "invalid operation: cannot send to receive-only channel in (variable of type <-chan int)"
	<-out    // ERROR 4 "invalid operation: cannot receive from send-only channel out (variable of type chan<- int)"
	x <- 1   // ERROR 2 "invalid operation: cannot send to non-channel x (variable of type int)"
	for range out { // ERROR 12 "cannot range over out (variable of type chan<- int): receive from send-only channel"
	}
	var f = func() { f() } // ERROR 6 "declared and not used: f" 19 "undefined: f"
	x := func() { var inner int } // ERROR 4 "no new variables" 7 "cannot use func() {…} (value of type func()) as int value in assignment" 20 "declared and not used: inner"
}

func shadow() (err error) {
	if true {
		err := err
		_ = err
		return // ERROR 3 "result parameter err not in scope at return | x.go:35:3: inner declaration of var err error"
	}
	return
}
