// hood: vet   exit: 1
// break and continue need something to leave, labels must exist and be used, goto may not jump over variables.
package main

func main() {
	break // err: bad_control.go:6:2: break is not in a loop, switch, or select
	if true {
		continue // err: bad_control.go:8:3: continue is not in a loop
	}
unused: // err: bad_control.go:10:1: label unused defined and not used
	for {
		break nowhere // err: bad_control.go:12:9: break label not defined: nowhere
	}
	goto over // err: bad_control.go:14:7: goto over jumps over
	x := 1
over:
	_ = x
	switch x {
	case 1:
	case 1: // err: bad_control.go:20:7: duplicate case
	}
}
