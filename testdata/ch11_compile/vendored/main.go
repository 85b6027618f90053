// hood: run
// vendor/ holds the sources of what the module requires; a package in there may import another.
package main

import (
	"fmt"

	"example.org/dep"
)

func main() {
	fmt.Println(dep.Name()) // out: dep over sub
}
