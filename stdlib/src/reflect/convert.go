package reflect

import (
	"strconv"
	"unsafe"
)

// Conversions of values by the rules of T(x).

// converter returns a function that converts values of type src to dst, nil if that cannot be done.
func converter(dst, src *rtype) func(Value, *rtype) Value {
	if f := basicConverter(dst, src); f != nil {
		return f
	}
	switch {
	case src.kind() == Slice && dst.kind() == Pointer && dst.elem().kind() == Array && src.elem() == dst.elem().elem():
		return sliceToArrayPointer
	case src.kind() == Slice && dst.kind() == Array && src.elem() == dst.elem():
		return sliceToArray
	case src.kind() == Chan && dst.kind() == Chan && bothWays(dst, src):
		return sameBytes
	case sameUnderlying(dst, src, false):
		return sameBytes
	case dst.kind() == Pointer && dst.Name() == "" && src.kind() == Pointer && src.Name() == "" &&
		sameUnderlying(dst.elem(), src.elem(), false):
		return sameBytes
	case implements(dst, src):
		if src.kind() == Interface {
			return interfaceToInterface
		}
		return toInterface
	}
	return nil
}

func isInt(k Kind) bool     { return Int <= k && k <= Int64 }
func isUint(k Kind) bool    { return Uint <= k && k <= Uintptr }
func isFloat(k Kind) bool   { return k == Float32 || k == Float64 }
func isComplex(k Kind) bool { return k == Complex64 || k == Complex128 }

// basicConverter is the part of converter about numbers and strings.
func basicConverter(dst, src *rtype) func(Value, *rtype) Value {
	from, to := src.kind(), dst.kind()
	switch {
	case isInt(from):
		switch {
		case isInt(to) || isUint(to):
			return func(v Value, t *rtype) Value { return makeInt(v, uint64(v.Int()), t) }
		case isFloat(to):
			return func(v Value, t *rtype) Value { return makeFloat(v, float64(v.Int()), t) }
		case to == String:
			return func(v Value, t *rtype) Value {
				s := "\uFFFD"
				if x := v.Int(); int64(rune(x)) == x {
					s = string(rune(x))
				}
				return makeString(v, s, t)
			}
		}
	case isUint(from):
		switch {
		case isInt(to) || isUint(to):
			return func(v Value, t *rtype) Value { return makeInt(v, v.Uint(), t) }
		case isFloat(to):
			return func(v Value, t *rtype) Value { return makeFloat(v, float64(v.Uint()), t) }
		case to == String:
			return func(v Value, t *rtype) Value {
				s := "\uFFFD"
				if x := v.Uint(); uint64(rune(x)) == x {
					s = string(rune(x))
				}
				return makeString(v, s, t)
			}
		}
	case isFloat(from):
		switch {
		case isInt(to):
			return func(v Value, t *rtype) Value { return makeInt(v, uint64(int64(v.Float())), t) }
		case isUint(to):
			return func(v Value, t *rtype) Value { return makeInt(v, uint64(v.Float()), t) }
		case from == Float32 && to == Float32:
			return float32ToFloat32
		case isFloat(to):
			return func(v Value, t *rtype) Value { return makeFloat(v, v.Float(), t) }
		}
	case isComplex(from):
		if isComplex(to) {
			return func(v Value, t *rtype) Value { return makeComplex(v, v.Complex(), t) }
		}
	case from == String && to == Slice && dst.elem().PkgPath() == "":
		switch dst.elem().kind() {
		case Uint8:
			return func(v Value, t *rtype) Value {
				b := []byte(v.String())
				return at(t, unsafe.Pointer(&b), v.flag.ro())
			}
		case Int32:
			return func(v Value, t *rtype) Value {
				r := []rune(v.String())
				return at(t, unsafe.Pointer(&r), v.flag.ro())
			}
		}
	case from == Slice && to == String && src.elem().PkgPath() == "":
		switch src.elem().kind() {
		case Uint8:
			return func(v Value, t *rtype) Value { return makeString(v, string(v.Bytes()), t) }
		case Int32:
			return func(v Value, t *rtype) Value { return makeString(v, string(v.runes()), t) }
		}
	}
	return nil
}

func makeInt(v Value, bits uint64, t *rtype) Value {
	p := newObject(t)
	switch t.size() {
	case 1:
		*(*uint8)(p) = uint8(bits)
	case 2:
		*(*uint16)(p) = uint16(bits)
	case 4:
		*(*uint32)(p) = uint32(bits)
	case 8:
		*(*uint64)(p) = bits
	}
	return at(t, p, v.flag.ro())
}

func makeFloat(v Value, x float64, t *rtype) Value {
	p := newObject(t)
	if t.kind() == Float32 {
		*(*float32)(p) = float32(x)
	} else {
		*(*float64)(p) = x
	}
	return at(t, p, v.flag.ro())
}

// float32ToFloat32 keeps the bits of a signaling NaN, which a way through float64 would not.
func float32ToFloat32(v Value, t *rtype) Value {
	p := newObject(t)
	*(*uint32)(p) = *(*uint32)(v.ptr)
	return at(t, p, v.flag.ro())
}

func makeComplex(v Value, x complex128, t *rtype) Value {
	p := newObject(t)
	if t.kind() == Complex64 {
		*(*complex64)(p) = complex64(x)
	} else {
		*(*complex128)(p) = x
	}
	return at(t, p, v.flag.ro())
}

func makeString(v Value, s string, t *rtype) Value { return at(t, unsafe.Pointer(&s), v.flag.ro()) }

// sameBytes converts between types with one underlying type.
func sameBytes(v Value, t *rtype) Value {
	p := v.ptr
	if v.flag&flagAddr != 0 {
		p = newObject(t)
		typedmemmove(t, p, v.ptr)
	}
	return Value{t, p, v.flag.ro() | v.flag&flagIndir | flag(t.t.Kind_)}
}

func sliceToArrayPointer(v Value, t *rtype) Value {
	n := t.elem().t.Length
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to pointer to array with length " + strconv.Itoa(n))
	}
	return Value{t, (*sliceHeader)(v.ptr).data, v.flag.ro() | flag(Pointer)}
}

func sliceToArray(v Value, t *rtype) Value {
	n := t.t.Length
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to array with length " + strconv.Itoa(n))
	}
	p := newObject(t)
	typedslicecopy(t.elem(), p, (*sliceHeader)(v.ptr).data, n)
	return copied(t, p, v.flag.ro())
}

// toInterface makes an interface of type t of a value.
func toInterface(v Value, t *rtype) Value {
	p := newObject(t)
	storeInterface(t, p, valueInterface(v, false))
	return at(t, p, v.flag.ro())
}

func interfaceToInterface(v Value, t *rtype) Value {
	if v.IsNil() {
		out := Zero(t)
		out.flag |= v.flag.ro()
		return out
	}
	return toInterface(v.Elem(), t)
}

// Convert returns v converted to type t.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = methodValue("Convert", v)
	}
	to := t.common()
	f := converter(to, v.typ)
	if f == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.String() + " cannot be converted to type " + t.String())
	}
	return f(v, to)
}

// CanConvert reports whether Convert will do. Unlike ConvertibleTo it looks at the lengths of slices.
func (v Value) CanConvert(t Type) bool {
	from := v.Type()
	if !from.ConvertibleTo(t) {
		return false
	}
	if from.Kind() == Slice {
		switch {
		case t.Kind() == Array:
			return t.Len() <= v.Len()
		case t.Kind() == Pointer && t.Elem().Kind() == Array:
			return t.Elem().Len() <= v.Len()
		}
	}
	return true
}
