package reflect

import "unsafe"

// makeFunc is what a func value made by this package points to. vm/make_func.h repeats the first four fields: the stub
// at entry copies the words of the call to the heap and calls the handler.
type makeFuncImpl struct {
	entry   unsafe.Pointer
	frame   *rtype
	results int // slots
	handler func(impl *makeFuncImpl, words unsafe.Pointer)
	typ     *rtype
	fn      func([]Value) []Value
}

// MakeFunc returns a func of type typ that calls fn with its arguments and returns its results.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	return makeFunc(typ.common(), fn)
}

func makeFunc(t *rtype, fn func([]Value) []Value) Value {
	impl := &makeFuncImpl{entry: makeFuncStub(), frame: frameOf(t, false), handler: callMade, typ: t, fn: fn}
	for _, r := range t.t.Out {
		impl.results += wrap(r).slots()
	}
	return Value{t, unsafe.Pointer(impl), flag(Func)}
}

// callMade takes the arguments of a call from its words, and puts the results there.
func callMade(impl *makeFuncImpl, words unsafe.Pointer) {
	t := impl.typ
	in := make([]Value, len(t.t.In))
	place := impl.results
	for i, p := range t.t.In {
		x := wrap(p)
		in[i] = takeWords(x, slot(words, place))
		place += x.slots()
	}
	out := impl.fn(in)
	if len(out) != len(t.t.Out) {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	place = 0
	for i, r := range t.t.Out {
		x := wrap(r)
		v := out[i]
		if v.typ == nil {
			panic("reflect: function created by MakeFunc using " + "closure" + " returned zero Value")
		}
		if v.flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using " + "closure" + " returned value obtained from unexported field")
		}
		putWords(x, slot(words, place), v.assignTo("reflect.MakeFunc", x, nil))
		place += x.slots()
	}
}

// methodValue returns the method value v as a func value that has its receiver inside.
func methodValue(op string, v Value) Value {
	if v.flag&flagMethod == 0 {
		panic("reflect: internal error: invalid use of methodValue")
	}
	fn := v.methodType()
	impl := &boundMethod{value: v}
	if method := v.target(op); *(*unsafe.Pointer)(method.code) == nil { // a nil receiver is found here
		panic("reflect: " + op + ": method was removed as unused")
	}
	impl.makeFuncImpl = makeFuncImpl{entry: makeFuncStub(), frame: frameOf(fn, false), handler: callBound, typ: fn}
	for _, r := range fn.t.Out {
		impl.results += wrap(r).slots()
	}
	return Value{fn, unsafe.Pointer(impl), v.flag&flagRO | flag(Func)}
}

// boundMethod is what a method value points to. The receiver of an addressable value is looked at when it is called. Of a
// type's method taken as a function, receiver is set: it is the first parameter.
type boundMethod struct {
	makeFuncImpl
	value    Value
	receiver *rtype
	code     unsafe.Pointer
}

// callBound calls a method with the words of a call, behind its receiver. Recover sees through it: a method value may be
// deferred.
func callBound(impl *makeFuncImpl, words unsafe.Pointer) {
	m := (*boundMethod)(unsafe.Pointer(impl))
	t := impl.typ
	frame := newObject(frameOf(t, true))
	from, to := impl.results, impl.results
	code := m.code
	if m.receiver != nil {
		*(*unsafe.Pointer)(slot(frame, to)) = takeWords(m.receiver, slot(words, from)).ptr
		from += m.receiver.slots()
	} else {
		method := m.value.target("reflect.Value.Call")
		code = method.code
		*(*unsafe.Pointer)(slot(frame, to)) = method.receiver
	}
	to++
	for _, p := range t.t.In {
		x := wrap(p)
		putWords(x, slot(frame, to), takeWords(x, slot(words, from)))
		from += x.slots()
		to += x.slots()
	}
	call(code, frame, impl.results, to-impl.results)
	at := 0
	for _, r := range t.t.Out {
		x := wrap(r)
		putWords(x, slot(words, at), takeWords(x, slot(frame, at)))
		at += x.slots()
	}
}
