// hood: run   book: 5.1
// When main returns the program ends with status 0, whatever other goroutines do.
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		go func() { select {} }()
		go func() {
			for {
			}
		}()
	}
	fmt.Println("main returns") // out: main returns
}
