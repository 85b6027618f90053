// hood: run   exit: 2   book: 3.5
// A panic raised while another is recovered and raised again shows both, with [recovered].
package main

func main() {
	defer func() {
		r := recover()
		panic(r)
	}()
	panic("first")
	// err: panic: first [recovered]
	// err: 	panic: first
	// err: goroutine 1 [running]:
	// err: main.main.func1()
	// err: main.main()
}
