// hood: vet   exit: 1   oracle: no (Go 1.19 words this differently)
// Variables and imports nobody uses are errors; assigning to a variable is not using it.
package main

import (
	"fmt"
	"os" // err: bad_unused.go:7:2: "os" imported and not used
	str "strings"
	// err: bad_unused.go:8:2: "strings" imported as str and not used
)

func main() {
	x := 1 // err: bad_unused.go:13:2: declared and not used: x
	var y, z int
	// err: bad_unused.go:14:6: declared and not used: y
	y = 2
	for i, v := range []int{} { // err: bad_unused.go:17:9: declared and not used: v
		fmt.Println(i, z)
	}
	f := func(unusedParameter int) {} // err: bad_unused.go:20:2: declared and not used: f
}
