// hood: vet   exit: 1
// Names nobody declared, fields and methods a type does not have, members a package does not export.
package main

import (
	"fmt"
	"strings"
)

type point struct{ x, y int }

func main() {
	p := point{}
	fmt.Println(undefinedName)    // err: bad_undefined.go:14:14: undefined: undefinedName
	fmt.Println(p.z)              // err: bad_undefined.go:15:16: p.z undefined (type point has no field or method z)
	p.move()                      // err: bad_undefined.go:16:4: p.move undefined (type point has no field or method move)
	fmt.Printline("x")            // err: bad_undefined.go:17:6: undefined: fmt.Printline
	var t missing                 // err: bad_undefined.go:18:8: undefined: missing
	fmt.Println(strings.index, t) // err: bad_undefined.go:19:22:
	_ = point{z: 1}               // err: bad_undefined.go:20:12: unknown field
}
