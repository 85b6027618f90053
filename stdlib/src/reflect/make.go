package reflect

import (
	abi "internal/rtype"
	"strconv"
	"unicode"
	"unsafe"
)

// Types made from others. The runtime keeps one table of all types, so they are those of the program if it has them.

// ptrTo returns *t.
func (t *rtype) ptrTo() *rtype {
	if p := t.t.PtrTo; p != nil {
		return wrap(p)
	}
	return pointerTo(t)
}

// PointerTo returns the pointer type to t.
func PointerTo(t Type) Type { return t.common().ptrTo() }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf returns the slice type with elements of type t.
func SliceOf(t Type) Type { return sliceOf(t.common()) }

// ArrayOf returns the array type of length elements of type elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	t := elem.common()
	// What has pointers has a bit for each of its words, too.
	if n := uintptr(length); t.size() > 0 && n > ^uintptr(0)/t.size() || t.pointers() && n > (1<<40)/t.size() {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return arrayOf(length, t)
}

// MapOf returns the map type with these key and element types.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return mapOf(key.common(), elem.common())
}

// ChanOf returns the channel type with this direction and element type.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	return chanOf(int(dir), elem)
}

// FuncOf returns the func type with these parameters and results. The last parameter of a variadic one is a slice.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return funcOf(descriptors(in), descriptors(out), variadic)
}

func descriptors(list []Type) []*rtype {
	out := make([]*rtype, len(list))
	for i, t := range list {
		out[i] = t.common()
	}
	return out
}

// isValidName reports whether s is an identifier.
func isValidName(s string) bool {
	for i, c := range s {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return s != ""
}

// isLower reports whether an identifier is certainly not exported. Others are believed.
func isLower(s string) bool { return 'a' <= s[0] && s[0] <= 'z' || s[0] == '_' }

// StructOf returns the struct type with these fields; Offset and Index are ignored. Embedded fields with methods are
// accepted where the methods of the field can serve the struct.
func StructOf(fields []StructField) Type {
	list := make([]abi.StructField, len(fields))
	names := map[string]bool{}
	pkg := ""
	for i := range fields {
		f := &fields[i]
		checkField(i, f)
		if f.PkgPath != "" {
			if pkg != "" && pkg != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + pkg + " and " + f.PkgPath)
			}
			pkg = f.PkgPath
		}
		if names[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		names[f.Name] = true
		t := f.Type.common()
		if f.Anonymous {
			checkEmbedded(i, len(fields), f, t)
		}
		list[i] = abi.StructField{Name: f.Name, PkgPath: f.PkgPath, Tag: string(f.Tag), Type: (*abi.Type)(unsafe.Pointer(t)), Anonymous: f.Anonymous}
	}
	checkSize(list)
	return structOf(list)
}

// checkSize panics if the offsets of the fields do not fit in a word.
func checkSize(fields []abi.StructField) {
	var end, align uintptr = 0, 1
	add := func(n uintptr) {
		if end+n < end {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		end += n
	}
	round := func(to uintptr) { add((to - end%to) % to) }
	for i := range fields {
		t := wrap(fields[i].Type)
		if a := uintptr(t.t.Align_); a > align {
			align = a
		}
		round(uintptr(t.t.Align_))
		n := t.size()
		if n == 0 && end > 0 && i == len(fields)-1 {
			n = 1
		}
		add(n)
	}
	round(align)
}

func checkField(i int, f *StructField) {
	switch {
	case f.Name == "":
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
	case !isValidName(f.Name):
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
	case f.Type == nil:
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
	case f.Anonymous && f.PkgPath != "":
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	case isLower(f.Name) && f.PkgPath == "":
		panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
	}
}

// checkEmbedded panics where the struct would have methods for which there is no code.
func checkEmbedded(i, n int, f *StructField, t *rtype) {
	if t.kind() == Interface {
		for k := range t.t.Imethods {
			if t.t.Imethods[k].PkgPath != "" {
				panic("reflect: embedded interface with unexported method(s) not implemented")
			}
		}
		if i > 0 && len(t.t.Imethods) > 0 {
			panic("reflect: embedded type with methods not implemented if there is more than one field")
		}
		return
	}
	if t.kind() == Pointer && (t.elem().kind() == Interface || t.elem().kind() == Pointer) {
		panic("reflect.StructOf: illegal embedded field type " + t.String())
	}
	switch {
	case i > 0 && len(t.t.Methods) > 0:
		panic("reflect: embedded type with methods not implemented if type is not first field")
	case n > 1 && t.kind() == Pointer && len(t.t.Methods) > 0:
		panic("reflect: embedded type with methods not implemented if there is more than one field")
	case n > 1 && t.kind() != Pointer && t.direct() && t.named():
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
}
