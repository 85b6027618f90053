package alpha

import (
	"fmt"

	middle "example.com/initorder/mid-dle"
)

var A = middle.M + 1

func init() { fmt.Println("alpha") }
