// hood: run   exit: 2   book: 3.4
// Two goroutines that write a map without a lock are found out.
// err: fatal error: concurrent map
package main

import "runtime"

func main() {
	runtime.GOMAXPROCS(4)
	m := map[int]int{}
	for g := 0; g < 4; g++ {
		go func() {
			for i := 0; ; i++ {
				m[i&1023] = i
			}
		}()
	}
	select {}
}
