package reflect

import "unsafe"

// Slices, arrays and strings.

// SliceHeader is a slice as it lies in memory; unsafe.Slice is better.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is a string as it lies in memory; unsafe.String is better.
type StringHeader struct {
	Data uintptr
	Len  int
}

// sliceHeader and stringHeader are the same with real pointers.
type sliceHeader struct {
	data unsafe.Pointer
	len  int
	cap  int
}

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

// Len returns the length of an array, chan, map, slice, string, or of the array that a pointer points to.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return (*sliceHeader)(v.ptr).len
	case Array:
		return v.typ.t.Length
	case String:
		return len(*(*string)(v.ptr))
	case Map:
		return maplen(v.pointer())
	case Chan:
		return chanlen(v.pointer())
	case Pointer:
		if v.typ.elem().kind() == Array {
			return v.typ.elem().t.Length
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

// Cap returns the capacity of an array, chan or slice, or the length of the array that a pointer points to.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return (*sliceHeader)(v.ptr).cap
	case Array:
		return v.typ.t.Length
	case Chan:
		return chancap(v.pointer())
	case Pointer:
		if v.typ.elem().kind() == Array {
			return v.typ.elem().t.Length
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

// Index returns an element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Slice:
		s := (*sliceHeader)(v.ptr)
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		t := v.typ.elem()
		return Value{t, unsafe.Add(s.data, uintptr(i)*t.size()), flagAddr | flagIndir | v.flag.ro() | flag(t.t.Kind_)}
	case Array:
		if uint(i) >= uint(v.typ.t.Length) {
			panic("reflect: array index out of range")
		}
		t := v.typ.elem()
		// An array that is in ptr itself has one element.
		return Value{t, unsafe.Add(v.ptr, uintptr(i)*t.size()), v.flag&(flagIndir|flagAddr) | v.flag.ro() | flag(t.t.Kind_)}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		p := new(byte)
		*p = s[i]
		return at(uint8Type, unsafe.Pointer(p), v.flag.ro())
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

var uint8Type = typeOf(uint8(0))
var stringType = typeOf("")
var bytesType = typeOf([]byte(nil))

// elements returns what is sliced: the elements of a slice, or of an array that is a variable, and the slice's type.
func (v Value) elements(method string) (*rtype, sliceHeader) {
	switch v.kind() {
	case Slice:
		return v.typ, *(*sliceHeader)(v.ptr)
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value." + method + ": slice of unaddressable array")
		}
		n := v.typ.t.Length
		return sliceOf(v.typ.elem()), sliceHeader{v.ptr, n, n}
	}
	panic(&ValueError{"reflect.Value." + method, v.kind()})
}

// cut returns s[i:j:k] as a value of type t.
func (s sliceHeader) cut(t *rtype, i, j, k int, fl flag) Value {
	out := &sliceHeader{s.data, j - i, k - i}
	if k > i { // not past the end: that may be another object
		out.data = unsafe.Add(s.data, uintptr(i)*t.elem().size())
	}
	return at(t, unsafe.Pointer(out), fl)
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	if v.kind() == String {
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := new(string)
		*part = s[i:j]
		return at(v.typ, unsafe.Pointer(part), v.flag.ro())
	}
	t, s := v.elements("Slice")
	if i < 0 || j < i || j > s.cap {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return s.cut(t, i, j, s.cap, v.flag.ro())
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	t, s := v.elements("Slice3")
	if i < 0 || j < i || k < j || k > s.cap {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return s.cut(t, i, j, k, v.flag.ro())
}

// MakeSlice returns a new slice of slice type typ.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	s := &sliceHeader{newArray(t.elem(), cap), len, cap}
	return at(t, unsafe.Pointer(s), 0)
}

// Grow makes room for n more elements behind the slice v, which is a variable.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := (*sliceHeader)(v.ptr)
	switch {
	case s.len+n < 0:
		panic("reflect.Value.Grow: slice overflow")
	case s.len+n > s.cap:
		growslice(v.typ.elem(), s, s.len+n)
	}
}

// extended returns a copy of the slice v that is n elements longer.
func (v Value) extended(n int, method string) Value {
	v.mustBeExported(method)
	v.mustBe(Slice, method)
	s := new(sliceHeader)
	*s = *(*sliceHeader)(v.ptr)
	switch {
	case s.len+n < 0:
		panic("reflect.Append: slice overflow")
	case s.len+n > s.cap:
		growslice(v.typ.elem(), s, s.len+n)
	}
	s.len += n
	return Value{v.typ, unsafe.Pointer(s), v.flag&^flagAddr | flagIndir}
}

// Append appends x to the slice s and returns the result.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "Append")
	n := s.Len()
	s = s.extended(len(x), "Append")
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

// AppendSlice appends the elements of t to the slice s and returns the result.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "AppendSlice")
	t.mustBe(Slice, "AppendSlice")
	if s.typ.elem() != t.typ.elem() {
		panic("reflect.AppendSlice: " + s.typ.String() + " != " + t.typ.String())
	}
	n, k := s.Len(), t.Len()
	s = s.extended(k, "AppendSlice")
	Copy(s.Slice(n, n+k), t)
	return s
}

// Copy copies elements until dst is full or src is at its end, and returns how many. dst is a slice or an array, src one
// too, or a string if the elements are bytes.
func Copy(dst, src Value) int {
	dk := dst.kind()
	if dk != Array && dk != Slice {
		panic(&ValueError{"reflect.Copy", dk})
	}
	if dk == Array {
		dst.mustBeAssignable("Copy")
	}
	dst.mustBeExported("Copy")
	sk := src.kind()
	isString := sk == String && dst.typ.elem().kind() == Uint8
	if sk != Array && sk != Slice && !isString {
		panic(&ValueError{"reflect.Copy", sk})
	}
	src.mustBeExported("Copy")
	elem := dst.typ.elem()
	if !isString && src.typ.elem() != elem {
		panic("reflect.Copy: " + elem.String() + " != " + src.typ.elem().String())
	}
	to, from := dst.base(), src.base()
	n := dst.Len()
	if m := src.Len(); m < n {
		n = m
	}
	typedslicecopy(elem, to, from, n)
	return n
}

// base returns where the first element of an array, slice or string is.
func (v Value) base() unsafe.Pointer {
	switch v.kind() {
	case Array:
		return v.place()
	case String:
		return (*stringHeader)(v.ptr).data
	}
	return (*sliceHeader)(v.ptr).data
}

// Swapper returns a function that exchanges elements of the slice in x.
func Swapper(x any) func(i, j int) {
	v := ValueOf(x)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	switch v.Len() {
	case 0:
		return func(i, j int) { panic("reflect: slice index out of range") }
	case 1:
		return func(i, j int) {
			if i != 0 || j != 0 {
				panic("reflect: slice index out of range")
			}
		}
	}
	t := v.typ.elem()
	s := (*sliceHeader)(v.ptr)
	switch {
	case t.size() == 8 && !t.pointers():
		words := *(*[]uint64)(v.ptr)
		return func(i, j int) { words[i], words[j] = words[j], words[i] }
	case t.size() == 8:
		pointers := *(*[]unsafe.Pointer)(v.ptr)
		return func(i, j int) { pointers[i], pointers[j] = pointers[j], pointers[i] }
	case t.kind() == String:
		strings := *(*[]string)(v.ptr)
		return func(i, j int) { strings[i], strings[j] = strings[j], strings[i] }
	}
	base, n := s.data, s.len
	spare := newObject(t)
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		p := unsafe.Add(base, uintptr(i)*t.size())
		q := unsafe.Add(base, uintptr(j)*t.size())
		typedmemmove(t, spare, p)
		typedmemmove(t, p, q)
		typedmemmove(t, q, spare)
	}
}
