// hood: run
// Is, As and Unwrap along chains of errors; %w makes links.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }

type detail struct{ msg string }

func (d *detail) Error() string        { return d.msg }
func (d *detail) Is(target error) bool { return target == io.EOF }
func (d *detail) As(target any) bool {
	if c, ok := target.(*code); ok {
		*c = 99
		return true
	}
	return false
}

type uncomparable struct{ list []int }

func (uncomparable) Error() string { return "uncomparable" }

type timeouter interface{ Timeout() bool }

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	base := errors.New("base")
	wrapped := fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", base))
	fmt.Println(wrapped, errors.Is(wrapped, base), errors.Is(wrapped, errors.New("base")), errors.Unwrap(wrapped), errors.Unwrap(base))
	fmt.Printf("%T %T %#v %+v\n", base, wrapped, base, wrapped)
	var c code
	fmt.Println(errors.As(fmt.Errorf("x: %w", code(7)), &c), c, errors.As(base, &c))
	var d *detail
	e := fmt.Errorf("y: %w", &detail{"why"})
	fmt.Println(errors.As(e, &d), d.msg, errors.Is(e, io.EOF), errors.As(e, &c), c)
	var any error
	fmt.Println(errors.As(e, &any), any == e)
	_, err := os.Open("/does/not/exist")
	var pe *os.PathError
	var to timeouter
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err, errors.Is(err, os.ErrNotExist), errors.As(err, &to), to.Timeout())
	fmt.Println(errors.Is(uncomparable{}, uncomparable{}), errors.Is(nil, base), errors.Is(base, nil), errors.As(nil, &c))
	fmt.Println(fmt.Errorf("no verb %v", base), errors.Unwrap(fmt.Errorf("no verb %v", base)), fmt.Errorf("%w", nil), fmt.Errorf("%w", 5))
	try(func() { errors.As(base, nil) })
	try(func() { errors.As(base, c) })
	try(func() { var p *code; errors.As(base, p) })
	try(func() { var s string; errors.As(base, &s) })
}
