// hood: run   knobs: det=1 seed=11   oracle: no   book: 6.9
// Timers of the same instant have no order. In deterministic mode the seed decides it, so that a program that relies on one
// is found out.
package main

import (
	"fmt"
	"time"
)

func main() {
	orders := map[string]int{}
	for i := 0; i < 200; i++ {
		log := make(chan string, 3)
		at := time.Now().Add(time.Hour)
		for _, name := range []string{"a", "b", "c"} {
			name := name
			go func() {
				time.Sleep(time.Until(at))
				log <- name
			}()
		}
		orders[<-log+<-log+<-log]++
	}
	fmt.Println(len(orders)) // out: 6
}
