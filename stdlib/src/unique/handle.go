// Package unique makes values canonical: of equal values one copy is kept, and comparing two is comparing two pointers.
package unique

import (
	"runtime"
	"strings"
	"sync"
	"weak"
)

// A Handle stands for a value. Handles of equal values are equal.
type Handle[T comparable] struct {
	value *T
}

// Value returns a copy of the value.
func (h Handle[T]) Value() T { return *h.value }

// key distinguishes equal values of different static types: any(key[T]) is compared by T, then by value.
type key[T comparable] struct {
	value T
}

var (
	mu       sync.Mutex
	pointers = map[any]any{} // key[T] to weak.Pointer[T]
)

// Make returns the handle of value. The canonical copy lives as long as a handle of it.
func Make[T comparable](value T) Handle[T] {
	mu.Lock()
	defer mu.Unlock()
	if p, ok := pointers[key[T]{value}]; ok {
		if ptr := p.(weak.Pointer[T]).Value(); ptr != nil {
			return Handle[T]{ptr}
		}
	}
	if s, ok := any(value).(string); ok {
		value = any(strings.Clone(s)).(T) // it may be a small part of a large one
	}
	ptr := new(T)
	*ptr = value
	p := weak.Make(ptr)
	pointers[key[T]{value}] = p
	runtime.AddCleanup(ptr, forget[T], key[T]{value})
	return Handle[T]{ptr}
}

// forget drops the entry of a copy that is gone, unless another one has taken its place.
func forget[T comparable](k key[T]) {
	mu.Lock()
	defer mu.Unlock()
	if p, ok := pointers[k]; ok && p.(weak.Pointer[T]).Value() == nil {
		delete(pointers, k)
	}
}
