package reflect

import "unsafe"

// MakeMap returns a new map of map type typ.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize returns a new map of map type typ with room for about n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makemap(t, n), flag(Map)}
}

// keyFor returns where key, assignable to t's key type, is in memory.
func (t *rtype) keyFor(key Value, context string) unsafe.Pointer {
	return key.assignTo(context, t.key(), nil).place()
}

// MapIndex returns the element for key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "MapIndex")
	e := mapaccess(v.typ, v.pointer(), v.typ.keyFor(key, "reflect.Value.MapIndex"))
	if e == nil {
		return Value{}
	}
	return copied(v.typ.elem(), e, (v.flag | key.flag).ro())
}

// SetMapIndex sets the element for key, or deletes the entry if elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	k := v.typ.keyFor(key, "reflect.Value.SetMapIndex")
	if elem.typ == nil {
		mapdelete(v.typ, v.pointer(), k)
		return
	}
	elem.mustBeExported("SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.typ.elem(), nil)
	mapassign(v.typ, v.pointer(), k, elem.place())
}

// MapKeys returns the keys in no order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "MapKeys")
	fl := v.flag.ro()
	keys := make([]Value, 0, maplen(v.pointer()))
	it := MapIter{m: v}
	for len(keys) < cap(keys) && it.Next() {
		keys = append(keys, copied(v.typ.key(), it.record.key, fl))
	}
	return keys
}

// Clear deletes the entries of a map, or zeroes the elements of a slice.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		s := (*sliceHeader)(v.ptr)
		t := v.typ.elem()
		for i := 0; i < s.len; i++ {
			typedmemclr(t, unsafe.Add(s.data, uintptr(i)*t.size()))
		}
	case Map:
		if m := v.pointer(); m != nil {
			mapclear(v.typ, m)
		}
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}

// mapRecord repeats rt::Hiter: pointers, then words.
type mapRecord struct {
	key      unsafe.Pointer
	elem     unsafe.Pointer
	pointers [6]unsafe.Pointer
	words    [6]uintptr
}

var mapRecordType = typeOf(mapRecord{})

// MapIter goes through a map: call Next before each entry.
type MapIter struct {
	m       Value
	started bool
	record  mapRecord
}

// MapRange returns an iterator over the map v.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.kind()})
	}
	return &MapIter{m: v}
}

// Next goes to the next entry and reports whether there is one.
func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	switch {
	case !it.started:
		it.started = true
		mapiterinit(it.m.typ, it.m.pointer(), &it.record, mapRecordType)
	case it.record.key == nil:
		panic("MapIter.Next called on exhausted iterator")
	}
	mapiternext(&it.record, mapRecordType)
	return it.record.key != nil
}

// Reset makes it go through v from now on, or lets go of the map if v is the zero Value.
func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

// need panics unless it is at an entry.
func (it *MapIter) need(method string) {
	if !it.started {
		panic(method + " called before Next")
	}
	if it.record.key == nil {
		panic(method + " called on exhausted iterator")
	}
}

// Key returns the key of the entry.
func (it *MapIter) Key() Value {
	it.need("MapIter.Key")
	return copied(it.m.typ.key(), it.record.key, it.m.flag.ro())
}

// Value returns the element of the entry.
func (it *MapIter) Value() Value {
	it.need("MapIter.Value")
	return copied(it.m.typ.elem(), it.record.elem, it.m.flag.ro())
}

// SetIterKey assigns the key of it's entry to v, without making a Value of it.
func (v Value) SetIterKey(it *MapIter) {
	it.need("reflect: Value.SetIterKey")
	v.setEntry(it, it.m.typ.key(), it.record.key, "SetIterKey", "reflect.MapIter.SetKey")
}

// SetIterValue assigns the element of it's entry to v, without making a Value of it.
func (v Value) SetIterValue(it *MapIter) {
	it.need("reflect: Value.SetIterValue")
	v.setEntry(it, it.m.typ.elem(), it.record.elem, "SetIterValue", "reflect.MapIter.SetValue")
}

func (v Value) setEntry(it *MapIter, t *rtype, p unsafe.Pointer, method, context string) {
	v.mustBeAssignable(method)
	it.m.mustBeExported(method)
	var place unsafe.Pointer
	if v.kind() == Interface {
		place = v.ptr
	}
	x := at(t, p, it.m.flag&flagRO)
	x = x.assignTo(context, v.typ, place)
	typedmemmove(v.typ, v.ptr, x.place())
}
