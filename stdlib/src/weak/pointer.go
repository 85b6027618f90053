// Package weak has pointers that do not keep what they point to.
package weak

import (
	"runtime"
	"unsafe"
)

// A Pointer refers to a variable without keeping it. Two of them are equal if they were made from equal pointers, also when
// the variable is gone.
type Pointer[T any] struct {
	_ [0]*T
	u unsafe.Pointer // the handle (runtime/gc/weak.h)
}

func makeHandle(ptr unsafe.Pointer) (handle unsafe.Pointer)

func strong(handle unsafe.Pointer) unsafe.Pointer

// Make returns a weak pointer to *ptr; that of nil is the zero Pointer.
func Make[T any](ptr *T) Pointer[T] {
	var u unsafe.Pointer
	if ptr != nil {
		u = makeHandle(unsafe.Pointer(ptr))
	}
	runtime.KeepAlive(ptr)
	return Pointer[T]{u: u}
}

// Value returns the pointer that Make was given, or nil if nothing else kept the variable: then it stays nil.
func (p Pointer[T]) Value() *T {
	if p.u == nil {
		return nil
	}
	return (*T)(strong(p.u))
}
