package reflect

import (
	abi "internal/rtype"
	"unsafe"
)

// Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string // the package of a method that is not exported, "" for others

	Type  Type  // of the func
	Func  Value // with the receiver as its first parameter; the zero Value for methods of interfaces
	Index int   // for Type.Method
}

// IsExported reports whether code of any package may name the method.
func (m Method) IsExported() bool { return m.PkgPath == "" }

func (t *rtype) NumMethod() int {
	if t.kind() == Interface {
		return len(t.t.Imethods)
	}
	n := 0
	for i := range t.t.Methods {
		if t.t.Methods[i].PkgPath == "" {
			n++
		}
	}
	return n
}

// exportedMethod returns where in the table of all methods the i-th exported one is, -1 if there is none.
func (t *rtype) exportedMethod(i int) int {
	if i < 0 {
		return -1
	}
	for k := range t.t.Methods {
		if t.t.Methods[k].PkgPath != "" {
			continue
		}
		if i == 0 {
			return k
		}
		i--
	}
	return -1
}

func (t *rtype) Method(i int) Method {
	if t.kind() == Interface {
		return t.interfaceMethod(i)
	}
	at := t.exportedMethod(i)
	if at < 0 {
		panic("reflect: Method index out of range")
	}
	m := &t.t.Methods[at]
	fn := wrap(m.FuncType())
	in := make([]*rtype, 0, 1+len(fn.t.In))
	in = append(in, t)
	for _, p := range fn.t.In {
		in = append(in, wrap(p))
	}
	out := make([]*rtype, 0, len(fn.t.Out))
	for _, r := range fn.t.Out {
		out = append(out, wrap(r))
	}
	typ := funcOf(in, out, fn.variadic())
	return Method{Name: m.Name, Type: typ, Func: methodFunc(t, typ, at), Index: i}
}

// methodFunc returns method number `at` of t's table as a function of type fn whose first parameter is the receiver.
func methodFunc(t, fn *rtype, at int) Value {
	entry := new(unsafe.Pointer)
	*entry = t.t.Methods[at].Code
	if t.direct() { // the receiver's word is what the entry takes
		return Value{fn, unsafe.Pointer(entry), flag(Func)}
	}
	impl := &boundMethod{receiver: t, code: unsafe.Pointer(entry)}
	impl.makeFuncImpl = makeFuncImpl{entry: makeFuncStub(), frame: frameOf(fn, false), handler: callBound, typ: wrap(t.t.Methods[at].FuncType())}
	for _, r := range fn.t.Out {
		impl.results += wrap(r).slots()
	}
	return Value{fn, unsafe.Pointer(impl), flag(Func)}
}

// interfaceMethod describes a method of an interface type.
func (t *rtype) interfaceMethod(i int) Method {
	if i < 0 || i >= len(t.t.Imethods) {
		return Method{}
	}
	m := &t.t.Imethods[i]
	return Method{Name: m.Name, PkgPath: m.PkgPath, Type: wrap(m.FuncType()), Index: i}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	i := t.methodIndex(name)
	if i < 0 {
		return Method{}, false
	}
	return t.Method(i), true
}

// methodIndex returns the index of the method for Method, -1 if there is none.
func (t *rtype) methodIndex(name string) int {
	if t.kind() == Interface {
		for i := range t.t.Imethods {
			if t.t.Imethods[i].Name == name {
				return i
			}
		}
		return -1
	}
	i := 0
	for k := range t.t.Methods {
		m := &t.t.Methods[k]
		if m.PkgPath != "" {
			continue
		}
		if m.Name == name {
			return i
		}
		i++
	}
	return -1
}

// implements reports whether a value of type t may be stored in the interface type u.
func implements(u, t *rtype) bool {
	if u.kind() != Interface {
		return false
	}
	if len(u.t.Imethods) == 0 {
		return true
	}
	if t.kind() != Interface {
		return getitab(u, t) != nil
	}
	// Both lists are sorted.
	k := 0
	for i := range u.t.Imethods {
		want := &u.t.Imethods[i]
		for k < len(t.t.Imethods) && !sameMethod(&t.t.Imethods[k], want) {
			k++
		}
		if k == len(t.t.Imethods) {
			return false
		}
		k++
	}
	return true
}

func sameMethod(a, b *abi.InterfaceMethod) bool {
	return a.Name == b.Name && a.PkgPath == b.PkgPath && a.FuncType() == b.FuncType()
}
