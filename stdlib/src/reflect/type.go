// Package reflect lets a program look at values and types that it does not know when it is compiled.
//
// A Type (type.go, struct.go, method.go) is the run-time descriptor that the value's interface carries; two types are
// identical exactly if they are equal as interface values. A Value (value.go, get.go, set.go …) is a descriptor, a
// pointer and flags. make.go makes types, call.go and makefunc.go cross between Values and calls.
package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// Type is a Go type. Methods that do not fit its Kind panic.
type Type interface {
	// Align and FieldAlign return the alignment in bytes of a variable, and of a struct field, of this type.
	Align() int
	FieldAlign() int

	// Method returns a method of the method set, sorted by name; of exported ones only.
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int

	// Name returns the name of a defined type, "" for others; PkgPath the import path of its package, "" for
	// predeclared types.
	Name() string
	PkgPath() string
	Size() uintptr
	// String returns a spelling of the type. It may not be unique.
	String() string
	Kind() Kind

	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	// Comparable reports whether values may be compared; that may panic nevertheless if they contain interfaces.
	Comparable() bool

	// Bits returns the size in bits of a number.
	Bits() int
	ChanDir() ChanDir
	// IsVariadic reports whether the last parameter of a func type is a "...".
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type

	common() *rtype
	uncommon() bool
}

// rtype is a type descriptor, the only implementation of Type.
type rtype struct {
	t abi.Type
}

var _ Type = (*rtype)(nil)

// TypeOf returns the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type { return toType(typeOf(i)) }

// TypeFor returns the type T, which may be an interface.
func TypeFor[T any]() Type { return TypeOf((*T)(nil)).Elem() }

// toType returns t as a Type, nil as a nil interface.
func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

// wrap returns a descriptor that another one refers to.
func wrap(t *abi.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

func (t *rtype) kind() Kind       { return Kind(t.t.Kind_) }
func (t *rtype) elem() *rtype     { return wrap(t.t.Elem_) }
func (t *rtype) key() *rtype      { return wrap(t.t.Key_) }
func (t *rtype) size() uintptr    { return t.t.Size_ }
func (t *rtype) pointers() bool   { return t.t.PtrBytes != 0 }
func (t *rtype) named() bool      { return t.t.Flags&abi.FlagNamed != 0 }
func (t *rtype) variadic() bool   { return t.t.Flags&abi.FlagVariadic != 0 }
func (t *rtype) comparable() bool { return t.t.Flags&abi.FlagComparable != 0 }

// slots returns how many words of a call a value has. Of a huge one there is a pointer.
func (t *rtype) slots() int {
	if t.huge() {
		return 1
	}
	return int(t.t.Size_+7) / 8
}

func (t *rtype) huge() bool { return t.t.Size_ > maxFrameValue }

// direct reports whether an interface's data word is the value itself.
func (t *rtype) direct() bool { return t.t.Flags&abi.FlagDirect != 0 }

func (t *rtype) common() *rtype { return t }

func (t *rtype) uncommon() bool { return t.named() || len(t.t.Methods) > 0 }

func (t *rtype) Align() int      { return int(t.t.Align_) }
func (t *rtype) FieldAlign() int { return int(t.t.FieldAlign_) }
func (t *rtype) Size() uintptr   { return t.t.Size_ }
func (t *rtype) String() string  { return t.t.Str }
func (t *rtype) Kind() Kind      { return t.kind() }
func (t *rtype) Name() string    { return t.t.Name_ }
func (t *rtype) PkgPath() string { return t.t.PkgPath_ }

func (t *rtype) Comparable() bool { return t.comparable() }

// need panics unless t is of kind k.
func (t *rtype) need(k Kind, method string) {
	if t.kind() == k {
		return
	}
	what := ""
	switch k {
	case Func:
		what = "func"
	case Struct:
		what = "struct"
	case Map:
		what = "map"
	case Array:
		what = "array"
	case Chan:
		what = "chan"
	}
	panic("reflect: " + method + " of non-" + what + " type " + t.String())
}

func (t *rtype) Bits() int {
	k := t.kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.t.Size_) * 8
}

func (t *rtype) ChanDir() ChanDir {
	t.need(Chan, "ChanDir")
	return ChanDir(t.t.Length)
}

func (t *rtype) Elem() Type {
	switch t.kind() {
	case Array, Chan, Map, Pointer, Slice:
		return t.elem()
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	t.need(Map, "Key")
	return t.key()
}

func (t *rtype) Len() int {
	t.need(Array, "Len")
	return t.t.Length
}

func (t *rtype) IsVariadic() bool {
	t.need(Func, "IsVariadic")
	return t.variadic()
}

func (t *rtype) NumIn() int {
	t.need(Func, "NumIn")
	return len(t.t.In)
}

func (t *rtype) NumOut() int {
	t.need(Func, "NumOut")
	return len(t.t.Out)
}

func (t *rtype) In(i int) Type {
	t.need(Func, "In")
	return wrap(t.t.In[i])
}

func (t *rtype) Out(i int) Type {
	t.need(Func, "Out")
	return wrap(t.t.Out[i])
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), t)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	to := u.common()
	return assignable(to, t) || implements(to, t)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(u.common(), t) != nil
}
