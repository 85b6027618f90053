// A command can be tested, too.
package main

import "fmt"

type thing struct{}

func answer() int { return 42 }

func main() { fmt.Println(answer()) }
