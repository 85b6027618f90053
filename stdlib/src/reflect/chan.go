package reflect

import "unsafe"

// Channels.

// MakeChan returns a new channel of type typ.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makechan(t, buffer), flag(Chan)}
}

// Close closes the channel v.
func (v Value) Close() {
	v.mustBe(Chan, "Close")
	v.mustBeExported("Close")
	if v.typ.t.Length&int(SendDir) == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanclose(v.pointer())
}

// sending returns where x is, as a value that channel v takes.
func (v Value) sending(x Value, method string) unsafe.Pointer {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if v.typ.t.Length&int(SendDir) == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExported(method)
	return x.assignTo("reflect.Value.Send", v.typ.elem(), nil).place()
}

// receiving returns room for what channel v gives.
func (v Value) receiving(method string) unsafe.Pointer {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if v.typ.t.Length&int(RecvDir) == 0 {
		panic("reflect: recv on send-only channel")
	}
	return newObject(v.typ.elem())
}

// received returns the value of type t that was received into p.
func received(t *rtype, p unsafe.Pointer) Value {
	if t.direct() {
		return Value{t, *(*unsafe.Pointer)(p), flag(t.t.Kind_)}
	}
	return at(t, p, 0)
}

// Send sends x on the channel v.
func (v Value) Send(x Value) {
	p := v.sending(x, "Send")
	chansend(v.pointer(), p)
}

// TrySend sends x on the channel v if that needs no waiting.
func (v Value) TrySend(x Value) bool {
	p := v.sending(x, "TrySend")
	return trysend(v.pointer(), p)
}

// Recv receives from the channel v; ok is false if it is closed.
func (v Value) Recv() (x Value, ok bool) {
	p := v.receiving("Recv")
	ok = chanrecv(v.pointer(), p)
	return received(v.typ.elem(), p), ok
}

// TryRecv receives from the channel v if that needs no waiting, else it returns the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	p := v.receiving("TryRecv")
	selected, ok := tryrecv(v.pointer(), p)
	if !selected {
		return Value{}, false
	}
	return received(v.typ.elem(), p), ok
}

// SelectDir is what a SelectCase does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// SelectCase is a case of Select. A zero Chan is never ready.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// chanCase is a case as the runtime takes it.
type chanCase struct {
	c    unsafe.Pointer
	elem unsafe.Pointer
	send bool
}

const maxCases = 1 << 16

// Select waits until a case can go on and does it, at random among several; with a default case it does not wait. It
// returns the case's index, and what a receive got.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > maxCases {
		panic("reflect.Select: too many cases (max 65536)")
	}
	list := make([]chanCase, 0, len(cases))
	from := make([]int, 0, len(cases)) // index in cases
	defaultCase := -1
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			if defaultCase >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			defaultCase = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			continue
		case SelectSend:
			if c.Chan.IsValid() {
				list = append(list, sendCase(c))
				from = append(from, i)
			}
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if c.Chan.IsValid() {
				list = append(list, recvCase(c))
				from = append(from, i)
			}
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	k, ok := selectgo(list, defaultCase < 0)
	if k < 0 {
		return defaultCase, Value{}, false
	}
	chosen = from[k]
	if !list[k].send {
		recv = received(cases[chosen].Chan.typ.elem(), list[k].elem)
		recvOK = ok
	}
	return chosen, recv, recvOK
}

func sendCase(c SelectCase) chanCase {
	ch := c.Chan
	ch.mustBe(Chan, "Select")
	ch.mustBeExported("Select")
	if ch.typ.t.Length&int(SendDir) == 0 {
		panic("reflect.Select: SendDir case using recv-only channel")
	}
	if !c.Send.IsValid() {
		panic("reflect.Select: SendDir case missing Send value")
	}
	c.Send.mustBeExported("Select")
	x := c.Send.assignTo("reflect.Select", ch.typ.elem(), nil)
	return chanCase{ch.pointer(), x.place(), true}
}

func recvCase(c SelectCase) chanCase {
	ch := c.Chan
	ch.mustBe(Chan, "Select")
	ch.mustBeExported("Select")
	if ch.typ.t.Length&int(RecvDir) == 0 {
		panic("reflect.Select: RecvDir case using send-only channel")
	}
	return chanCase{ch.pointer(), newObject(ch.typ.elem()), false}
}
