// hood: run   exit: 1
// A function without a body, and nothing to provide one.
package main

func body()

func missing() int // err: no_body.go:5:6: missing function body

func main() { // err: no_body.go:7:6: missing function body
	body()
	println(missing())
}
