// hood: vet   exit: 2
// The module says Go 1.19: the iterations of a loop share their variables, and a goroutine sees the last value.
package main

import "fmt"

func main() {
	for i, v := range []int{1, 2} {
		go func() {
			fmt.Println(i, v) // err: main.go:10:16: loop variable i captured by func literal
		}()
	}
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }() // err: main.go:14:30: loop variable i captured by func literal
	}
	for i := 0; i < 3; i++ {
		i := i
		go func() { fmt.Println(i) }()
	}
	for _, v := range []int{1} {
		go func(v int) { fmt.Println(v) }(v)
	}
	for _, v := range []int{1} {
		go func() { fmt.Println(v) }()
		fmt.Println("not the last statement")
	}
}
