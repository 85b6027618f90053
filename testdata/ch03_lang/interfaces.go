// hood: run   book: 3.3
// An interface is nil only when it has no type; assertions and switches look at the dynamic type; comparison needs equal types.
package main

import (
	"errors"
	"fmt"
)

type reader interface{ Read() string }
type closer interface{ Close() error }
type readCloser interface {
	reader
	closer
}
type file struct{ name string }

func (f *file) Read() string  { return "from " + f.name }
func (f *file) Close() error  { return errors.New("closed " + f.name) }
func (f file) String() string { return "file(" + f.name + ")" }

type myErr struct{}

func (*myErr) Error() string { return "myErr" }

func returnsTyped(fail bool) error {
	var e *myErr
	if fail {
		e = &myErr{}
	}
	return e
}

func kind(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case func() int:
		return fmt.Sprint("func ", v())
	case []int:
		return fmt.Sprint("slice ", len(v))
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func try(f func()) {
	defer func() {
		err := recover()
		_, isErr := err.(error)
		fmt.Println(err, isErr)
	}()
	f()
}

func main() {
	err := returnsTyped(false)
	fmt.Println(err == nil, err == (*myErr)(nil))                                                                               // out: false true
	fmt.Println(kind(nil), "|", kind(3), "|", kind(int64(4)), "|", kind("s"), "|", kind(err), "|", kind(file{"f"}))             // out: nil | integer 3 | integer 4 | string s | error myErr | stringer file(f)
	fmt.Println(kind(func() int { return 5 }), "|", kind([]int{1}), "|", kind(2.5), "|", kind(&[]int{}), "|", kind(struct{}{})) // out: func 5 | slice 1 | other float64 | other *[]int | other struct {}

	var rc readCloser = &file{"x"}
	var r reader = rc
	c, ok := r.(closer)
	fmt.Println(r.Read(), ok, c.Close()) // out: from x true closed x
	_, ok = r.(fmt.Stringer)
	_, ok2 := r.(interface{ Missing() })
	fmt.Println(ok, ok2) // out: true false

	var a, b interface{} = 1, 1
	var d interface{} = int8(1)
	fmt.Println(a == b, a == d, a == 1, a != nil, r == rc, interface{}("x") == interface{}("x")) // out: true false true true true true

	var none interface{}
	var word interface{} = "word"
	try(func() { _ = none.(int) })                                            // out: interface conversion: interface {} is nil, not int true
	try(func() { _ = word.(int) })                                            // out: interface conversion: interface {} is string, not int true
	try(func() { _ = word.(fmt.Stringer) })                                   // out: interface conversion: string is not fmt.Stringer: missing method String true
	try(func() { _ = none.(error) })                                          // out: interface conversion: interface is nil, not error true
	try(func() { _ = r.(interface{ Missing() }) })                            // out: interface conversion: *main.file is not interface { Missing() }: missing method Missing true
	try(func() { fmt.Println(interface{}([]int{}) == interface{}([]int{})) }) // out: runtime error: comparing uncomparable type []int true
	try(func() { fmt.Println(interface{}(map[int]int{}) == interface{}(1)) })
	// out: false
	// out: <nil> false
	var nilReader reader
	try(func() { nilReader.Read() }) // out: runtime error: invalid memory address or nil pointer dereference true
	n, ok := word.(int)
	fmt.Println(n, ok) // out: 0 false
}
