// Branches and labels: gc reports these with the syntax errors.
package p

func labels(x int) {
unused: // ERROR 1 "label unused defined and not used"
	for x > 0 {
		break nowhere // ERROR 9 "break label not defined: nowhere"
	}
	continue // ERROR 2 "continue is not in a loop"
	break    // ERROR 2 "break is not in a loop, switch, or select"
	goto missing // ERROR 7 "label missing not defined"
	goto over    // ERROR 7 "goto over jumps over declaration of y at x.go:13:4"
	y := 1
	_ = y
over:
	switch x {
	case 1:
		fallthrough // ERROR 3 "cannot fallthrough final case in switch"
	}
	fallthrough // ERROR 2 "fallthrough statement out of place"
}
