package rtype

import "unsafe"

// Value is a Go value of any type: its type, and where it is in memory. The zero Value is no value.
type Value struct {
	typ *Type
	ptr unsafe.Pointer
	ro  bool // reached through a field that is not exported: Interface is not allowed
}

// ValueOf returns the value in x, the zero Value for a nil interface. It may share memory with x, which nobody
// changes.
func ValueOf(x any) Value {
	t := TypeOf(x)
	if t == nil {
		return Value{}
	}
	w := word(x)
	if t.direct() {
		return Value{typ: t, ptr: pointerTo(w)}
	}
	return Value{typ: t, ptr: w}
}

// pointerTo returns where in memory a copy of w is.
func pointerTo(w unsafe.Pointer) unsafe.Pointer { return unsafe.Pointer(&w) }

func (v Value) IsValid() bool { return v.typ != nil }

func (v Value) Type() *Type { return v.typ }

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return v.typ.Kind_
}

// CanInterface reports whether Interface may be called.
func (v Value) CanInterface() bool { return !v.ro }

// Interface returns a copy of v in an interface; of an interface value, what is in it.
func (v Value) Interface() any { return box(v.typ, v.ptr) }

// box copies the value of type t at p into an interface.
func box(t *Type, p unsafe.Pointer) any

func (v Value) Bool() bool { return *(*bool)(v.ptr) }

// Int returns a value of a signed integer kind.
func (v Value) Int() int64 {
	switch v.typ.Kind_ {
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	}
	return *(*int64)(v.ptr)
}

// Uint returns a value of an unsigned integer kind.
func (v Value) Uint() uint64 {
	switch v.typ.Kind_ {
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	return *(*uint64)(v.ptr)
}

// Float returns a value of a float kind.
func (v Value) Float() float64 {
	if v.typ.Kind_ == Float32 {
		return float64(*(*float32)(v.ptr))
	}
	return *(*float64)(v.ptr)
}

// Complex returns a value of a complex kind.
func (v Value) Complex() complex128 {
	if v.typ.Kind_ == Complex64 {
		return complex128(*(*complex64)(v.ptr))
	}
	return *(*complex128)(v.ptr)
}

// String returns a value of kind String.
func (v Value) String() string { return *(*string)(v.ptr) }

// Bytes returns a slice or an array of bytes, which it shares memory with.
func (v Value) Bytes() []byte {
	if v.typ.Kind_ == Array {
		return unsafe.Slice((*byte)(v.ptr), v.typ.Length)
	}
	return *(*[]byte)(v.ptr)
}

// slice is a slice of any type.
type slice struct {
	ptr unsafe.Pointer
	len int
	cap int
}

// Len returns the length of an array, slice, string or map.
func (v Value) Len() int {
	switch v.typ.Kind_ {
	case Array:
		return v.typ.Length
	case Map:
		return mapLen(*(*unsafe.Pointer)(v.ptr))
	case String:
		return len(*(*string)(v.ptr))
	}
	return (*slice)(v.ptr).len
}

// Index returns an element of an array or slice. REQUIRES: 0 <= i < v.Len().
func (v Value) Index(i int) Value {
	base := v.ptr
	if v.typ.Kind_ == Slice {
		base = (*slice)(v.ptr).ptr
	}
	elem := v.typ.Elem_
	return Value{elem, unsafe.Add(base, uintptr(i)*elem.Size_), v.ro}
}

// NumField returns the number of fields of a struct.
func (v Value) NumField() int { return len(v.typ.Fields) }

// Field returns a field of a struct.
func (v Value) Field(i int) Value {
	f := &v.typ.Fields[i]
	return Value{f.Type, unsafe.Add(v.ptr, f.Offset), v.ro || f.PkgPath != ""}
}

// IsNil reports whether a channel, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool { return *(*unsafe.Pointer)(v.ptr) == nil }

// Pointer returns the address in a channel, func, map, pointer or slice.
func (v Value) Pointer() uintptr { return *(*uintptr)(v.ptr) }

// itab repeats the start of rt::Itab.
type itab struct {
	inter *Type
	typ   *Type
}

// Elem returns what is in an interface, or what a pointer points to; the zero Value if it is nil.
func (v Value) Elem() Value {
	first := *(*unsafe.Pointer)(v.ptr)
	if first == nil {
		return Value{}
	}
	if v.typ.Kind_ == Pointer {
		return Value{v.typ.Elem_, first, v.ro}
	}
	t := (*Type)(first)
	if len(v.typ.Imethods) > 0 {
		t = (*itab)(first).typ
	}
	data := unsafe.Add(v.ptr, unsafe.Sizeof(first))
	if !t.direct() {
		data = *(*unsafe.Pointer)(data)
	}
	return Value{t, data, v.ro}
}

// mapLen returns the number of entries of a map.
func mapLen(m unsafe.Pointer) int {
	if m == nil {
		return 0
	}
	return *(*int)(m)
}

// mapEntries copies the n entries of map m, of type t, into two arrays.
func mapEntries(t *Type, m unsafe.Pointer) (keys, elems unsafe.Pointer, n int)

// MapEntries returns copies of the keys and elements of a map, in no order.
func MapEntries(v Value) (keys, elems []Value) {
	t := v.typ
	k, e, n := mapEntries(t, *(*unsafe.Pointer)(v.ptr))
	keys = make([]Value, n)
	elems = make([]Value, n)
	for i := range keys {
		keys[i] = Value{t.Key_, unsafe.Add(k, uintptr(i)*t.Key_.Size_), v.ro}
		elems[i] = Value{t.Elem_, unsafe.Add(e, uintptr(i)*t.Elem_.Size_), v.ro}
	}
	return keys, elems
}

// The Set functions store into a variable that a pointer's Elem is.

func (v Value) SetBool(x bool) { *(*bool)(v.ptr) = x }

// SetInt stores x in an integer of v's size.
func (v Value) SetInt(x int64) {
	switch v.typ.Size_ {
	case 1:
		*(*int8)(v.ptr) = int8(x)
	case 2:
		*(*int16)(v.ptr) = int16(x)
	case 4:
		*(*int32)(v.ptr) = int32(x)
	default:
		*(*int64)(v.ptr) = x
	}
}

func (v Value) SetUint(x uint64) { v.SetInt(int64(x)) }

func (v Value) SetFloat(x float64) {
	if v.typ.Kind_ == Float32 {
		*(*float32)(v.ptr) = float32(x)
	} else {
		*(*float64)(v.ptr) = x
	}
}

func (v Value) SetComplex(x complex128) {
	if v.typ.Kind_ == Complex64 {
		*(*complex64)(v.ptr) = complex64(x)
	} else {
		*(*complex128)(v.ptr) = x
	}
}

func (v Value) SetString(x string) { *(*string)(v.ptr) = x }

// SetBytes stores x in a slice of bytes.
func (v Value) SetBytes(x []byte) { *(*[]byte)(v.ptr) = x }

// CompareTypes orders two values by their types: basic ones first, pointers, channels, arrays, structs, and by name
// among those. It is the order that the addresses of descriptors mostly have in programs linked by Go.
func CompareTypes(v, w Value) int {
	a, b := v.typ, w.typ
	if c := typeRank(a) - typeRank(b); c != 0 {
		return c
	}
	switch {
	case a == b:
		return 0
	case a.Str < b.Str:
		return -1
	}
	return 1
}

func typeRank(t *Type) int {
	switch t.Kind_ {
	case Pointer:
		return 1
	case Chan:
		return 2
	case Array:
		return 3
	case Struct:
		return 4
	}
	return 0
}
