package reflect

import (
	"errors"
	"unsafe"
)

// Value is a Go value of any type. The zero Value is no value: its Kind is Invalid.
//
// Without flagIndir ptr is the value itself, which then is of a type that interfaces hold directly; with it, ptr is
// where the value is. Package fmt knows this layout.
type Value struct {
	typ *rtype
	ptr unsafe.Pointer
	flag
}

// flag is the kind of a Value in its low bits, and how it was got.
type flag uintptr

const (
	flagKindMask flag = 1<<5 - 1
	flagStickyRO flag = 1 << 5 // through a field that is not exported and not embedded
	flagEmbedRO  flag = 1 << 6 // through an embedded field that is not exported
	flagIndir    flag = 1 << 7
	flagAddr     flag = 1 << 8 // a variable
	flagMethod   flag = 1 << 9 // the method with the number that stands above methodShift, ptr being its receiver
	methodShift       = 10
	flagRO            = flagStickyRO | flagEmbedRO
)

func (f flag) kind() Kind { return Kind(f & flagKindMask) }

// ro returns the flag for what is reached through a value.
func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// ValueError is the panic of a method of Value that does not fit the value's kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// mustBe panics unless the kind is k; method is the caller's name.
func (f flag) mustBe(k Kind, method string) {
	if f.kind() != k {
		panic(&ValueError{"reflect.Value." + method, f.kind()})
	}
}

// mustBeExported panics unless the value may be used freely.
func (f flag) mustBeExported(method string) {
	if f&flagKindMask == 0 {
		panic(&ValueError{"reflect.Value." + method, Invalid})
	}
	if f&flagRO != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

// mustBeAssignable panics unless the value is a variable that may be used freely.
func (f flag) mustBeAssignable(method string) {
	f.mustBeExported(method)
	if f&flagAddr == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// ValueOf returns the value in i, the zero Value for a nil interface.
func ValueOf(i any) Value {
	t := typeOf(i)
	if t == nil {
		return Value{}
	}
	f := flag(t.t.Kind_)
	if !t.direct() {
		f |= flagIndir
	}
	return Value{t, word(i), f}
}

// at returns the value of type t at p, reached with flags fl besides its kind.
func at(t *rtype, p unsafe.Pointer, fl flag) Value {
	return Value{t, p, fl | flagIndir | flag(t.t.Kind_)}
}

// copied returns a value of type t with a copy of what is at p.
func copied(t *rtype, p unsafe.Pointer, fl flag) Value {
	if t.direct() {
		return Value{t, *(*unsafe.Pointer)(p), fl | flag(t.t.Kind_)}
	}
	c := newObject(t)
	typedmemmove(t, c, p)
	return at(t, c, fl)
}

// place returns where the value is in memory.
func (v Value) place() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	p := new(unsafe.Pointer)
	*p = v.ptr
	return unsafe.Pointer(p)
}

// pointer returns a value that is one pointer.
func (v Value) pointer() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

func (v Value) IsValid() bool { return v.flag != 0 }

func (v Value) Kind() Kind { return v.kind() }

// Type returns the type of v.
func (v Value) Type() Type {
	if v.flag&(flagMethod|flagKindMask) != 0 && v.flag&flagMethod == 0 {
		return v.typ
	}
	return v.typeSlow()
}

func (v Value) typeSlow() Type {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.methodType()
}

// methodType returns the type of a method value, without the receiver.
func (v Value) methodType() *rtype {
	i := int(v.flag) >> methodShift
	if v.typ.kind() == Interface {
		if uint(i) >= uint(len(v.typ.t.Imethods)) {
			panic("reflect: internal error: invalid method index")
		}
		return wrap(v.typ.t.Imethods[i].FuncType())
	}
	return wrap(v.typ.t.Methods[v.typ.exportedMethod(i)].FuncType())
}

// CanAddr reports whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// CanSet reports whether v is a variable that was not reached through fields that are not exported.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagRO) == flagAddr }

// CanInterface reports whether Interface may be called.
func (v Value) CanInterface() bool {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

// Interface returns v in an interface; of an interface value, what is in it.
func (v Value) Interface() any { return valueInterface(v, true) }

func valueInterface(v Value, safe bool) any {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if safe && v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = methodValue("Interface", v)
	}
	return pack(v)
}

// pack puts v into an interface.
func pack(v Value) any {
	if v.flag&flagIndir == 0 {
		var i any
		w := (*eface)(unsafe.Pointer(&i))
		w.typ = v.typ
		w.word = v.ptr
		return i
	}
	return box(v.typ, v.ptr)
}

// eface and iface are interfaces without and with methods, as they lie in memory.
type eface struct {
	typ  *rtype
	word unsafe.Pointer
}

type iface struct {
	tab  *itab
	word unsafe.Pointer
}

// itab repeats rt::Itab; fun has as many elements as the interface type has methods.
type itab struct {
	inter *rtype
	typ   *rtype
	hash  uint32
	fun   [1 << 16]unsafe.Pointer
}

// Addr returns a pointer to the variable v.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{v.typ.ptrTo(), v.ptr, v.flag&flagRO | flag(Pointer)}
}

// Elem returns what is in the interface v, or the variable that the pointer v points to; the zero Value if v is nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		var x any
		if len(v.typ.t.Imethods) == 0 {
			x = *(*any)(v.ptr)
		} else {
			x = box(v.typ, v.ptr)
		}
		e := ValueOf(x)
		if e.flag != 0 {
			e.flag |= v.flag.ro()
		}
		return e
	case Pointer:
		p := v.pointer()
		if p == nil {
			return Value{}
		}
		t := v.typ.elem()
		return Value{t, p, v.flag&flagRO | flagIndir | flagAddr | flag(t.t.Kind_)}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

// Indirect returns what v points to, v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// New returns a pointer to a new zeroed variable of type typ.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{t.ptrTo(), newObject(t), flag(Pointer)}
}

// NewAt returns p as a pointer to a value of type typ.
func NewAt(typ Type, p unsafe.Pointer) Value {
	return Value{typ.common().ptrTo(), p, flag(Pointer)}
}

// Zero returns the zero value of type typ, which is no variable.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	if t.direct() {
		return Value{t, nil, flag(t.t.Kind_)}
	}
	if t.size() <= uintptr(len(zeroes)) {
		return at(t, unsafe.Pointer(&zeroes), 0)
	}
	return at(t, newObject(t), 0)
}

// zeroes is the zero value of all small types. Nobody writes to it: it is not a variable for any Value.
var zeroes [1024]byte

// IsNil reports whether v, of a kind whose zero value is nil, is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		if v.flag&flagMethod != 0 {
			return false
		}
		return v.pointer() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

// NumField returns the number of fields of the struct v.
func (v Value) NumField() int {
	v.mustBe(Struct, "NumField")
	return len(v.typ.t.Fields)
}

// Field returns a field of the struct v.
func (v Value) Field(i int) Value {
	if v.kind() != Struct {
		panic(&ValueError{"reflect.Value.Field", v.kind()})
	}
	fields := v.typ.t.Fields
	if uint(i) >= uint(len(fields)) {
		panic("reflect: Field index out of range")
	}
	f := &fields[i]
	// Whether it is a variable, and where, is as for the struct; an embedded field's rights end with the next field.
	fl := v.flag&(flagStickyRO|flagIndir|flagAddr) | flag(f.Type.Kind_)
	if f.PkgPath != "" {
		if f.Anonymous {
			fl |= flagEmbedRO
		} else {
			fl |= flagStickyRO
		}
	}
	// A struct that is in ptr itself has one field at offset 0.
	return Value{wrap(f.Type), unsafe.Add(v.ptr, f.Offset), fl}
}

// FieldByIndex returns a nested field. It panics if an embedded pointer on the way is nil.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && v.typ.elem().kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error instead of the panic.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && v.typ.elem().kind() == Struct {
			if v.IsNil() {
				return Value{}, errors.New("reflect: indirection through nil pointer to embedded struct field " + v.typ.elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// FieldByName returns the field of that name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name matches, the zero Value if there is none or more than one.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// NumMethod returns the number of methods of v, as its Type counts them.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return v.typ.NumMethod()
}

// Method returns method i of v as a func value with v as its receiver.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || uint(i) >= uint(v.typ.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.typ.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.typ, v.ptr, v.flag.ro() | v.flag&flagIndir | flag(Func) | flag(i)<<methodShift | flagMethod}
}

// MethodByName returns the method of that name as a func value, the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	i := v.typ.methodIndex(name)
	if i < 0 {
		return Value{}
	}
	return v.Method(i)
}
