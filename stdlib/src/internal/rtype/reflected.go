package rtype

import "unsafe"

// reflectValue repeats reflect.Value, which this package cannot import; the flags are those of reflect/value.go.
type reflectValue struct {
	typ  *Type
	ptr  unsafe.Pointer
	flag uintptr
}

const (
	reflectRO     = 1<<5 | 1<<6
	reflectIndir  = 1 << 7
	reflectMethod = 1 << 9
	methodShift   = 10
)

// Reflected returns what x holds if x is a reflect.Value, so that others can print it without all of package reflect.
func Reflected(x any) (v Value, ok bool) {
	t := TypeOf(x)
	if t.Kind_ != Struct || t.Str != "reflect.Value" || t.PkgPath_ != "reflect" {
		return Value{}, false
	}
	r := (*reflectValue)(word(x))
	if r.flag == 0 {
		return Value{}, true
	}
	v = Value{typ: r.typ, ptr: r.ptr, ro: r.flag&reflectRO != 0}
	switch {
	case r.flag&reflectMethod != 0:
		v.typ = methodType(r.typ, int(r.flag>>methodShift))
		v.ptr = pointerTo(r.ptr)
	case r.flag&reflectIndir == 0:
		v.ptr = pointerTo(r.ptr)
	}
	return v, true
}

// methodType returns the func type of the i-th exported method of t.
func methodType(t *Type, i int) *Type {
	if t.Kind_ == Interface {
		return t.Imethods[i].FuncType()
	}
	for k := range t.Methods {
		m := &t.Methods[k]
		if m.PkgPath != "" {
			continue
		}
		if i == 0 {
			return m.FuncType()
		}
		i--
	}
	return nil
}
