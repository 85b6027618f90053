// Package a does little. It imports b.
package a

import (
	"fmt"

	"example.com/list/b"
)

func A() { fmt.Println(b.B) }
