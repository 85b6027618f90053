package reflect

import "unsafe"

// Writing variables.

// Set assigns x to the variable v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	var place unsafe.Pointer
	if v.kind() == Interface {
		place = v.ptr
	}
	x = x.assignTo("reflect.Set", v.typ, place)
	if x.flag&flagIndir == 0 {
		*(*unsafe.Pointer)(v.ptr) = x.ptr
		return
	}
	typedmemmove(v.typ, v.ptr, x.ptr)
}

// SetZero sets the variable v to the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	typedmemclr(v.typ, v.ptr)
}

func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	default:
		panic(&ValueError{"reflect.Value.SetInt", v.kind()})
	}
}

func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		panic(&ValueError{"reflect.Value.SetUint", v.kind()})
	}
}

func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetFloat", v.kind()})
	}
}

func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetComplex", v.kind()})
	}
}

func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.mustBe(String, "SetString")
	*(*string)(v.ptr) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe(Slice, "SetBytes")
	if v.typ.elem().kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

func (v Value) setRunes(x []rune) {
	v.mustBeAssignable("setRunes")
	v.mustBe(Slice, "setRunes")
	*(*[]rune)(v.ptr) = x
}

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.mustBe(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

// SetLen sets the length of a slice, up to its capacity.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe(Slice, "SetLen")
	s := (*sliceHeader)(v.ptr)
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

// SetCap lowers the capacity of a slice, down to its length.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe(Slice, "SetCap")
	s := (*sliceHeader)(v.ptr)
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

// assignTo returns v as a value of type t, to which it must be assignable; context begins the panic's text. An interface
// is made at place, in new memory if that is nil.
func (v Value) assignTo(context string, t *rtype, place unsafe.Pointer) Value {
	if v.flag&flagMethod != 0 {
		v = methodValue(context, v)
	}
	switch {
	case assignable(t, v.typ):
		return Value{t, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro() | flag(t.t.Kind_)}
	case implements(t, v.typ):
		if v.kind() == Interface && v.IsNil() {
			return at(t, newObject(t), 0) // a nil interface is one of any interface type
		}
		if place == nil {
			place = newObject(t)
		}
		storeInterface(t, place, valueInterface(v, false))
		return at(t, place, 0)
	}
	panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + t.String())
}

// storeInterface stores x, which implements it, in the variable of interface type t at p.
func storeInterface(t *rtype, p unsafe.Pointer, x any) {
	if len(t.t.Imethods) == 0 {
		*(*any)(p) = x
		return
	}
	dst := (*iface)(p)
	dst.word = word(x)
	dst.tab = (*itab)(getitab(t, typeOf(x)))
}
