// hood: vet   exit: 2
// Conversions, methods, tags, literals and assertions that compile and are still not what was meant.
package main

import (
	"errors"
	"fmt"
	"io"
	"unsafe"
)

type id int
type text string
type myErr struct{}

func (myErr) Error() string { return "" }

func (myErr) Is(x string) bool { return false } // err: find_types.go:18:14: method Is(x string) bool should have signature Is(error) bool

func (myErr) Unwrap() string { return "" } // err: find_types.go:20:14: method Unwrap() string should have signature Unwrap() error

type stream struct{}

func (stream) ReadByte() byte { return 0 } // err: find_types.go:24:15: method ReadByte() byte should have signature ReadByte() (byte, error)

func (stream) WriteByte(c byte, twice bool) error { return nil } // err: find_types.go:26:15: method WriteByte(c byte, twice bool) error should have signature WriteByte(byte) error

func (stream) WriteTo(w io.Writer) error { return nil } // err: find_types.go:28:15: method WriteTo(w io.Writer) error should have signature WriteTo(io.Writer) (int64, error)

func (stream) Seek(offset int64, whence int64) (int64, error) { return 0, nil } // err: find_types.go:30:15: method Seek(offset int64, whence int64) (int64, error) should have signature Seek(int64, int) (int64, error)

func (stream) Format(x int) {}

type seeker interface {
	UnreadByte() // err: find_types.go:35:2: method UnreadByte() should have signature UnreadByte() error
}

type embedded struct {
	A int `json:"a"`
}

type tagged struct {
	embedded
	A int    `json:"b"`
	B int    `json:"b"` // err: find_types.go:45:2: struct field B repeats json tag "b" also at find_types.go:44
	C int    `json:"c,omitempty" xml:"c"`
	d int    `json:"d"` // err: find_types.go:47:2: struct field d has json tag but is not exported
	E int    `json: "e"` // err: find_types.go:48:2: struct field tag `json: "e"` not compatible with reflect.StructTag.Get: bad syntax for struct tag value
	F int    `json:"f` // err: find_types.go:49:2: struct field tag `json:"f` not compatible with reflect.StructTag.Get: bad syntax for struct tag value
	G int    `json` // err: find_types.go:50:2: struct field tag `json` not compatible with reflect.StructTag.Get: bad syntax for struct tag pair
	H int    `json:"h"xml:"h"` // err: find_types.go:51:2: struct field tag `json:"h"xml:"h"` not compatible with reflect.StructTag.Get: key:"value" pairs not separated by spaces
	I int    `json:"i, omitempty"` // err: find_types.go:52:2: struct field tag `json:"i, omitempty"` not compatible with reflect.StructTag.Get: suspicious space in struct tag value
	J string `any:"thing goes" json:"-"`
	k int
}

type reads interface{ Get() int }
type other interface{ Get() string }
type wider interface {
	Get() int
	Put(int)
}

func main() {
	var n id = 65
	var b byte = 65
	fmt.Println(string(n), string(b), string(rune(n)), text(n), string('x')) // err: find_types.go:67:14: conversion from id (int) to string yields a string of one rune, not a string of digits (did you mean fmt.Sprint(x)?)

	var r reads
	_, ok := r.(other) // err: find_types.go:70:14: impossible type assertion: no type can implement both main.reads and main.other (conflicting types for Get method)
	_, ok2 := r.(wider)
	switch r.(type) {
	case other, wider: // err: find_types.go:73:7: impossible type assertion: no type can implement both main.reads and main.other (conflicting types for Get method)
	}
	fmt.Println(ok, ok2)

	err := error(myErr{})
	var target myErr
	errors.As(err, target) // err: find_types.go:79:2: second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type
	errors.As(err, &target)
	errors.As(err, &err) // err: find_types.go:81:2: second argument to errors.As should not be *error
	var s string
	errors.As(err, &s) // err: find_types.go:83:2: second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type
	var any interface{ Timeout() bool }
	errors.As(err, &any)

	fmt.Sprintf("%d", 1) // err: find_types.go:87:13: result of fmt.Sprintf call not used
	errors.New("dropped") // err: find_types.go:88:12: result of errors.New call not used
	err.Error() // err: find_types.go:89:11: result of (error).Error call not used
	fmt.Errorf("dropped") // err: find_types.go:90:12: result of fmt.Errorf call not used

	u := uintptr(unsafe.Pointer(&n))
	p := unsafe.Pointer(u) // err: find_types.go:93:7: possible misuse of unsafe.Pointer
	q := unsafe.Pointer(uintptr(unsafe.Pointer(&n)) + 8)
	fmt.Println(p, q)
}
