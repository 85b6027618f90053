package reflect

import "unsafe"

// comparison is a pair of things under comparison, by which cycles are found.
type comparison struct {
	a, b unsafe.Pointer
	typ  *rtype
}

// deepEqualer remembers the comparisons that are under way.
type deepEqualer struct {
	under map[comparison]bool
}

// DeepEqual reports whether x and y are equal all the way down: of one type, with equal elements, fields, entries and
// what pointers and interfaces lead to. Funcs are equal only if both are nil; a nil slice or map differs from an empty
// one; NaNs differ unless reached through the same pointer, slice or map.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	if a.typ != b.typ {
		return false
	}
	var d deepEqualer
	return d.equal(a, b)
}

// seen notes the comparison of two values that contain pointers, and reports whether it is under way already. Such are
// taken for equal: a difference will show elsewhere.
func (d *deepEqualer) seen(a, b Value) bool {
	var p, q unsafe.Pointer
	switch a.Kind() {
	case Pointer, Map:
		p, q = a.pointer(), b.pointer()
	case Slice, Interface:
		if a.flag&flagIndir == 0 || b.flag&flagIndir == 0 {
			return false
		}
		p, q = a.ptr, b.ptr
	default:
		return false
	}
	if p == nil || q == nil {
		return false
	}
	if uintptr(p) > uintptr(q) {
		p, q = q, p
	}
	c := comparison{p, q, a.typ}
	if d.under[c] {
		return true
	}
	if d.under == nil {
		d.under = map[comparison]bool{}
	}
	d.under[c] = true
	return false
}

func (d *deepEqualer) equal(a, b Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	if d.seen(a, b) {
		return true
	}
	switch a.Kind() {
	case Array:
		return d.elements(a, b)
	case Slice:
		switch {
		case a.IsNil() != b.IsNil() || a.Len() != b.Len():
			return false
		case a.UnsafePointer() == b.UnsafePointer():
			return true
		case a.typ.elem().kind() == Uint8:
			return string(a.Bytes()) == string(b.Bytes())
		}
		return d.elements(a, b)
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return d.equal(a.Elem(), b.Elem())
	case Pointer:
		return a.UnsafePointer() == b.UnsafePointer() || d.equal(a.Elem(), b.Elem())
	case Struct:
		for i := 0; i < a.NumField(); i++ {
			if !d.equal(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case Map:
		return d.maps(a, b)
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return equal(a.typ, a.place(), b.place())
}

func (d *deepEqualer) elements(a, b Value) bool {
	for i := 0; i < a.Len(); i++ {
		if !d.equal(a.Index(i), b.Index(i)) {
			return false
		}
	}
	return true
}

func (d *deepEqualer) maps(a, b Value) bool {
	if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
		return false
	}
	if a.UnsafePointer() == b.UnsafePointer() {
		return true
	}
	for it := a.MapRange(); it.Next(); {
		x, y := it.Value(), b.MapIndex(it.Key())
		if !y.IsValid() || !d.equal(x, y) {
			return false
		}
	}
	return true
}
