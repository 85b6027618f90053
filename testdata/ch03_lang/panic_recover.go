// hood: run   book: 3.5
// recover stops a panic only when a deferred function calls it directly; a new panic replaces the old; run-time errors are errors.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func helper() interface{} { return recover() }

func direct() (r interface{}) {
	defer func() { r = recover() }()
	panic("direct")
}

func throughHelper() (r interface{}) {
	defer func() {
		if r == nil {
			r = recover()
			fmt.Println("the outer one got", r)
		}
	}()
	defer func() {
		fmt.Println("one call too deep:", helper())
	}()
	panic("helper")
}

func deferredRecover() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	defer recover() // not called by a deferred function: does nothing
	panic("still there")
}

func replaced() (r interface{}) {
	defer func() { r = recover() }()
	defer func() { panic(fmt.Sprint("second after ", recover())) }()
	panic("first")
}

func repanic() (r interface{}) {
	defer func() { r = recover() }()
	func() {
		defer func() {
			e := recover()
			panic(fmt.Sprintf("re-%v", e))
		}()
		panic("panic")
	}()
	return "not reached"
}

func nestedRecovered() (out []interface{}) {
	defer func() { out = append(out, recover()) }()
	defer func() {
		defer func() { out = append(out, recover()) }()
		panic("inner")
	}()
	panic("outer")
}

func continues() (n int) {
	for i := 0; i < 5; i++ {
		func() {
			defer func() {
				if recover() != nil {
					n += 10
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
			n++
		}()
	}
	return
}

func runtimeError(f func()) {
	defer func() {
		r := recover()
		var re runtime.Error
		err, _ := r.(error)
		fmt.Printf("%v | %v\n", r, errors.As(err, &re))
	}()
	f()
}

func main() {
	fmt.Println(recover(), direct()) // out: <nil> direct
	throughHelper()
	// out: one call too deep: <nil>
	// out: the outer one got helper
	fmt.Println(deferredRecover()) // out: still there
	fmt.Println(replaced())        // out: second after first
	fmt.Println(repanic())         // out: re-panic
	fmt.Println(nestedRecovered()) // out: [inner outer]
	fmt.Println(continues())       // out: 32
	zero, idx := 0, 5
	var np *struct{ a [100]int }
	var nm map[string]int
	var ch chan int
	arr := []int{1, 2, 3}
	runtimeError(func() { fmt.Println(1 / zero) })                           // out: runtime error: integer divide by zero | true
	runtimeError(func() { fmt.Println(1 % zero) })                           // out: runtime error: integer divide by zero | true
	runtimeError(func() { fmt.Println(arr[idx]) })                           // out: runtime error: index out of range [5] with length 3 | true
	runtimeError(func() { fmt.Println(np.a[3]) })                            // out: runtime error: invalid memory address or nil pointer dereference | true
	runtimeError(func() { nm["x"] = 1 })                                     // out: assignment to entry in nil map | true
	runtimeError(func() { close(ch) })                                       // out: close of nil channel | true
	runtimeError(func() { ch = make(chan int); close(ch); close(ch) })       // out: close of closed channel | true
	runtimeError(func() { ch <- 1 })                                         // out: send on closed channel | true
	runtimeError(func() { fmt.Println(1 << (zero - 1)) })                    // out: runtime error: negative shift amount | true
	runtimeError(func() { _ = make([]int, zero-1) })                         // out: runtime error: makeslice: len out of range | true
	runtimeError(func() { _ = make(chan int, zero-1) })                      // out: makechan: size out of range | true
	runtimeError(func() { panic(errors.New("plain error")) })                // out: plain error | false
	runtimeError(func() { panic(fmt.Errorf("wrap: %w", errors.New("in"))) }) // out: wrap: in | false
}
