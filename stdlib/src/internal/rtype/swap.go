package rtype

import "unsafe"

// valueError is the misuse of a value of the wrong kind.
type valueError struct {
	kind Kind
}

func (e *valueError) Error() string {
	if e.kind == Invalid {
		return "reflect: call of Swapper on zero Value"
	}
	return "reflect: call of Swapper on " + e.kind.String() + " Value"
}

// sliceOf returns the type and the place of a slice. It panics if x is none.
func sliceOf(x any) (*Type, *slice) {
	t := TypeOf(x)
	if t == nil {
		panic(&valueError{Invalid})
	}
	if t.Kind_ != Slice {
		panic(&valueError{t.Kind_})
	}
	return t, (*slice)(word(x))
}

// SliceLen returns the length of the slice x. It panics if x is no slice.
func SliceLen(x any) int {
	_, s := sliceOf(x)
	return s.len
}

// Swapper returns a function that exchanges elements of the slice x. It panics if x is no slice.
func Swapper(x any) func(i, j int) {
	t, s := sliceOf(x)
	elem := t.Elem_
	switch {
	case elem.Size_ == 8 && elem.PtrBytes == 0:
		words := *(*[]uint64)(unsafe.Pointer(s))
		return func(i, j int) { words[i], words[j] = words[j], words[i] }
	case elem.Size_ == 8:
		pointers := *(*[]unsafe.Pointer)(unsafe.Pointer(s))
		return func(i, j int) { pointers[i], pointers[j] = pointers[j], pointers[i] }
	case elem.Kind_ == String:
		strings := *(*[]string)(unsafe.Pointer(s))
		return func(i, j int) { strings[i], strings[j] = strings[j], strings[i] }
	}
	base, n := s.ptr, s.len
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		swap(elem, unsafe.Add(base, uintptr(i)*elem.Size_), unsafe.Add(base, uintptr(j)*elem.Size_))
	}
}

// swap exchanges two values of type t.
func swap(t *Type, p, q unsafe.Pointer)
