package reflect

// What may be assigned and converted to what.

// assignable reports whether a value of type v may be assigned to a variable of type t, interfaces left aside.
func assignable(t, v *rtype) bool {
	if t == v {
		return true
	}
	if t.named() && v.named() || t.kind() != v.kind() {
		return false
	}
	if t.kind() == Chan && bothWays(t, v) {
		return true
	}
	return sameUnderlying(t, v, true)
}

// bothWays reports whether channel type v, which is bidirectional, may be assigned to t.
func bothWays(t, v *rtype) bool {
	return v.t.Length == int(BothDir) && (t.Name() == "" || v.Name() == "") && identical(t.elem(), v.elem(), true)
}

// identical reports whether two types are, with or without regard to struct tags.
func identical(t, v *rtype, tags bool) bool {
	if tags {
		return t == v
	}
	if t.Name() != v.Name() || t.kind() != v.kind() || t.PkgPath() != v.PkgPath() {
		return false
	}
	return sameUnderlying(t, v, false)
}

// sameUnderlying reports whether the underlying types of two types are identical.
func sameUnderlying(t, v *rtype, tags bool) bool {
	if t == v {
		return true
	}
	k := t.kind()
	if k != v.kind() {
		return false
	}
	// Kinds of one type each.
	if Bool <= k && k <= Complex128 || k == String || k == UnsafePointer {
		return true
	}
	switch k {
	case Array:
		return t.t.Length == v.t.Length && identical(t.elem(), v.elem(), tags)
	case Chan:
		return t.t.Length == v.t.Length && identical(t.elem(), v.elem(), tags)
	case Pointer, Slice:
		return identical(t.elem(), v.elem(), tags)
	case Map:
		return identical(t.key(), v.key(), tags) && identical(t.elem(), v.elem(), tags)
	case Func:
		return sameSignature(t, v, tags)
	case Interface:
		// Methods are the same if each list has what the other has.
		return len(t.t.Imethods) == len(v.t.Imethods) && implements(t, v)
	case Struct:
		return sameFields(t, v, tags)
	}
	return false
}

func sameSignature(t, v *rtype, tags bool) bool {
	if len(t.t.In) != len(v.t.In) || len(t.t.Out) != len(v.t.Out) || t.variadic() != v.variadic() {
		return false
	}
	for i := range t.t.In {
		if !identical(wrap(t.t.In[i]), wrap(v.t.In[i]), tags) {
			return false
		}
	}
	for i := range t.t.Out {
		if !identical(wrap(t.t.Out[i]), wrap(v.t.Out[i]), tags) {
			return false
		}
	}
	return true
}

func sameFields(t, v *rtype, tags bool) bool {
	if len(t.t.Fields) != len(v.t.Fields) {
		return false
	}
	for i := range t.t.Fields {
		a, b := &t.t.Fields[i], &v.t.Fields[i]
		if a.Name != b.Name || a.PkgPath != b.PkgPath || a.Anonymous != b.Anonymous || tags && a.Tag != b.Tag {
			return false
		}
		if !identical(wrap(a.Type), wrap(b.Type), tags) {
			return false
		}
	}
	return true
}
