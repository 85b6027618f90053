package reflect

import "unsafe"

// Calls of func values. The words of a call, results first, each at its own slots, are put into a record on the heap
// that has the types of the words; call copies it to the stack and the results back.

// target is a func value to call, and its receiver.
type target struct {
	code     unsafe.Pointer // points to a code address
	typ      *rtype         // without the receiver
	receiver unsafe.Pointer // the word for it
	isMethod bool
}

// target resolves the func or method value v.
func (v Value) target(op string) target {
	if v.flag&flagMethod == 0 {
		return target{code: v.pointer(), typ: v.typ}
	}
	i := int(v.flag) >> methodShift
	entry := new(unsafe.Pointer)
	out := target{code: unsafe.Pointer(entry), typ: v.methodType(), isMethod: true}
	if v.typ.kind() == Interface {
		if v.typ.t.Imethods[i].PkgPath != "" {
			panic("reflect: " + op + " of unexported method")
		}
		x := (*iface)(v.ptr)
		if x.tab == nil {
			panic("reflect: " + op + " of method on nil interface value")
		}
		*entry = x.tab.fun[i]
		out.receiver = x.word
		return out
	}
	*entry = v.typ.t.Methods[v.typ.exportedMethod(i)].Code
	out.receiver = v.receiverWord()
	return out
}

// receiverWord returns v as an interface's data word.
func (v Value) receiverWord() unsafe.Pointer {
	if v.typ.direct() {
		return v.pointer()
	}
	if v.flag&flagAddr == 0 {
		return v.ptr
	}
	// A variable may change before the method looks at it.
	c := newObject(v.typ)
	typedmemmove(v.typ, c, v.ptr)
	return c
}

// Call calls the func v. Arguments must be assignable to the parameters; those of a variadic func are given one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice calls the variadic func v with a slice for the last parameter.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	fn := v.target("reflect.Value.Call")
	if fn.code == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	if op == "CallSlice" {
		fn.checkCallSlice(in)
	} else {
		in = fn.arguments(in)
	}
	if fn.isMethod && *(*unsafe.Pointer)(fn.code) == nil {
		panic("reflect.Value.Call: method was removed as unused")
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	return fn.invoke(op, in)
}

func (fn *target) checkCallSlice(in []Value) {
	if !fn.typ.variadic() {
		panic("reflect: CallSlice of non-variadic function")
	}
	n := len(fn.typ.t.In)
	if len(in) < n {
		panic("reflect: CallSlice with too few input arguments")
	}
	if len(in) > n {
		panic("reflect: CallSlice with too many input arguments")
	}
}

// arguments checks the number of arguments and gathers variadic ones in a slice.
func (fn *target) arguments(in []Value) []Value {
	n := len(fn.typ.t.In)
	if fn.typ.variadic() {
		n--
	}
	if len(in) < n {
		panic("reflect: Call with too few input arguments")
	}
	if !fn.typ.variadic() && len(in) > n {
		panic("reflect: Call with too many input arguments")
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: Call using zero Value argument")
		}
	}
	for i := 0; i < n; i++ {
		from, to := in[i].Type(), wrap(fn.typ.t.In[i])
		if !from.AssignableTo(to) {
			panic("reflect: Call using " + from.String() + " as type " + to.String())
		}
	}
	if !fn.typ.variadic() {
		return in
	}
	last := wrap(fn.typ.t.In[n])
	m := len(in) - n
	rest := MakeSlice(last, m, m)
	for i := 0; i < m; i++ {
		x := in[n+i]
		if from := x.Type(); !from.AssignableTo(last.elem()) {
			panic("reflect: cannot use " + from.String() + " as type " + last.elem().String() + " in Call")
		}
		rest.Index(i).Set(x)
	}
	return append(append(make([]Value, 0, n+1), in[:n]...), rest)
}

// maxFrameValue is the size of the largest values that calls have in their words: base/limits.h.
const maxFrameValue = 64 << 10

// putWords stores v, of type t, in the words of a call.
func putWords(t *rtype, words unsafe.Pointer, v Value) {
	switch {
	case v.flag&flagIndir == 0:
		*(*unsafe.Pointer)(words) = v.ptr
	case t.huge(): // nobody writes to what such a word points to
		c := newObject(t)
		typedmemmove(t, c, v.ptr)
		*(*unsafe.Pointer)(words) = c
	case t.size() > 0:
		storeSlots(t, words, v.ptr)
	}
}

// takeWords returns the value of type t in the words of a call, which nobody writes to any more.
func takeWords(t *rtype, words unsafe.Pointer) Value {
	switch {
	case t.size() == 0:
		return Zero(t)
	case t.huge():
		return at(t, *(*unsafe.Pointer)(words), 0)
	}
	return received(t, words)
}

// slot returns slot i of a call's words.
func slot(words unsafe.Pointer, i int) unsafe.Pointer { return unsafe.Add(words, uintptr(i)*8) }

// invoke makes the call.
func (fn *target) invoke(op string, in []Value) []Value {
	frame := frameOf(fn.typ, fn.isMethod)
	words := newObject(frame)
	results := 0
	for _, t := range fn.typ.t.Out {
		results += wrap(t).slots()
	}
	at := results
	if fn.isMethod {
		*(*unsafe.Pointer)(slot(words, at)) = fn.receiver
		at++
	}
	for i, x := range in {
		x.mustBeExported(op)
		t := wrap(fn.typ.t.In[i])
		putWords(t, slot(words, at), x.assignTo("reflect.Value.Call", t, nil))
		at += t.slots()
	}
	call(fn.code, words, results, at-results)
	return resultsOf(fn.typ, words)
}

// resultsOf returns the results in a call's words. They share its memory, which nobody writes any more.
func resultsOf(fn *rtype, words unsafe.Pointer) []Value {
	out := make([]Value, len(fn.t.Out))
	at := 0
	for i, r := range fn.t.Out {
		t := wrap(r)
		out[i] = takeWords(t, slot(words, at))
		at += t.slots()
	}
	return out
}
