// hood: run   exit: 2
// A //line directive names another file, too, not only another line: the traceback said main.go and the line of grammar.y.
package main

func main() {
	f()
}

//line grammar.y:100
func f() {
	panic("in generated code") // err: grammar.y:101
}
