package middle

import "fmt"

var M = 10

func init() { fmt.Println("middle") }
