// hood: run   exit: 2   book: 3.2
// Writing to a nil map panics.
package main

func main() {
	var m map[string][]int
	m["a"] = append(m["a"], 1)
	// err: panic: assignment to entry in nil map
	// err: goroutine 1 [running]:
	// err: panic_nil_map.go:7
}
