package atomic

import "unsafe"

// A Value holds any value, always of one dynamic type, that is read and written atomically. Its zero value holds nil.
//
// The two words of the interface are written one after the other; typ says how far the first Store is: nil, firstStore (the
// data word is being written), or the type.
type Value struct {
	v any
}

// words is the memory of an any.
type words struct {
	typ  unsafe.Pointer
	data unsafe.Pointer
}

var firstStore byte

func runtime_procPin() int
func runtime_procUnpin()

// Load returns the value of the last Store, nil if there was none.
func (v *Value) Load() (val any) {
	p := (*words)(unsafe.Pointer(v))
	typ := LoadPointer(&p.typ)
	if typ == nil || typ == unsafe.Pointer(&firstStore) {
		return nil
	}
	w := (*words)(unsafe.Pointer(&val))
	w.data = LoadPointer(&p.data)
	w.typ = typ
	return val
}

// begin makes this the first store, and returns true; or returns false once another one has finished.
func (p *words) begin() bool {
	for {
		typ := LoadPointer(&p.typ)
		if typ == nil {
			// Pinned, so that others need not wait for a goroutine that is not running.
			runtime_procPin()
			if CompareAndSwapPointer(&p.typ, nil, unsafe.Pointer(&firstStore)) {
				return true
			}
			runtime_procUnpin()
		} else if typ != unsafe.Pointer(&firstStore) {
			return false
		}
	}
}

// finish publishes the first value.
func (p *words) finish(w *words) {
	StorePointer(&p.data, w.data)
	StorePointer(&p.typ, w.typ)
	runtime_procUnpin()
}

// Store sets the value. It panics if val is nil or not of the type of the values before.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	p, w := (*words)(unsafe.Pointer(v)), (*words)(unsafe.Pointer(&val))
	if p.begin() {
		p.finish(w)
		return
	}
	if LoadPointer(&p.typ) != w.typ {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	StorePointer(&p.data, w.data)
}

// Swap sets the value and returns the one before. It panics as Store does.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	p, w := (*words)(unsafe.Pointer(v)), (*words)(unsafe.Pointer(&new))
	if p.begin() {
		p.finish(w)
		return nil
	}
	typ := LoadPointer(&p.typ)
	if typ != w.typ {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	o := (*words)(unsafe.Pointer(&old))
	o.data = SwapPointer(&p.data, w.data)
	o.typ = typ
	return old
}

// CompareAndSwap sets the value to new if it is old, and reports whether it did. It panics as Store does, and if old is not
// comparable.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	p := (*words)(unsafe.Pointer(v))
	w, o := (*words)(unsafe.Pointer(&new)), (*words)(unsafe.Pointer(&old))
	if o.typ != nil && w.typ != o.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	for {
		typ := LoadPointer(&p.typ)
		if typ == nil {
			if old != nil {
				return false
			}
			if p.begin() {
				p.finish(w)
				return true
			}
			continue
		}
		if typ == unsafe.Pointer(&firstStore) {
			continue
		}
		if typ != w.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		// Equal values may lie in different places: compare them as Go does, then swap what was compared.
		data := LoadPointer(&p.data)
		var now any
		n := (*words)(unsafe.Pointer(&now))
		n.typ, n.data = typ, data
		if now != old {
			return false
		}
		if CompareAndSwapPointer(&p.data, data, w.data) {
			return true
		}
	}
}
