package main

import "fmt"

var z = func() int { fmt.Println("other file"); return 0 }()

func init() { fmt.Println("init of the other file") }
