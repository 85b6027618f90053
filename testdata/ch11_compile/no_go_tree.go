// hood: run   flags: --goroot off   exit: 1   oracle: no
// What hood does not ship comes from a Go tree; without one the error says where hood looked.
package main

import (
	"encoding/gob" // err: no_go_tree.go:6:2: package encoding/gob is not in std
	// err: 	looked in hood's standard library
	// err: 	there is no go.mod in the program's folder or above
	"github.com/a/b" // err: no_go_tree.go:9:2: no required module provides package github.com/a/b: go.mod file not found in current directory or any parent directory; see 'go help modules'
)

func main() { gob.NewEncoder(nil); b.F() }
