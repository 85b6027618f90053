// hood: run   book: 6.9
// Before Go 1.23 the channel of a timer has a buffer of one, and what is in it stays there: who stops a timer that has fired
// must empty it.
package main

import (
	"fmt"
	"time"
)

const ms = time.Millisecond

func main() {
	t := time.NewTimer(ms)
	fired := func() {
		for len(t.C) == 0 {
			time.Sleep(ms)
		}
	}
	fired()
	fmt.Println(len(t.C), cap(t.C)) // out: 1 1
	fmt.Println(t.Stop())           // out: false
	select {
	case <-t.C:
		fmt.Println("stale") // out: stale
	default:
		fmt.Println("nothing left")
	}
	t.Reset(ms)
	fired()
	start := time.Now()
	fmt.Println(t.Reset(time.Hour)) // out: false
	<-t.C
	fmt.Println(time.Since(start) < time.Minute) // out: true
}
