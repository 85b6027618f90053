package fmt

import "internal/rtype"

// sortedEntries returns the entries of a map in the order of their keys, as far as there is one: numbers, strings
// and addresses in increasing order, NaN first, false before true; structs and arrays element by element;
// interfaces by type (nil first), then by value.
func sortedEntries(m rtype.Value) (keys, elems []rtype.Value) {
	keys, elems = rtype.MapEntries(m)
	mergeSort(keys, elems, make([]rtype.Value, len(keys)), make([]rtype.Value, len(keys)))
	return keys, elems
}

// mergeSort sorts keys, and elems with them. The others are room to merge in.
func mergeSort(keys, elems, spareKeys, spareElems []rtype.Value) {
	n := len(keys)
	if n < 2 {
		return
	}
	half := n / 2
	mergeSort(keys[:half], elems[:half], spareKeys, spareElems)
	mergeSort(keys[half:], elems[half:], spareKeys, spareElems)
	copy(spareKeys, keys[:half])
	copy(spareElems, elems[:half])
	i, j := 0, half
	for k := 0; i < half; k++ {
		if j < n && compare(keys[j], spareKeys[i]) < 0 {
			keys[k], elems[k] = keys[j], elems[j]
			j++
		} else {
			keys[k], elems[k] = spareKeys[i], spareElems[i]
			i++
		}
	}
}

func order(less, greater bool) int {
	switch {
	case less:
		return -1
	case greater:
		return 1
	}
	return 0
}

func compareFloats(a, b float64) int {
	return order(a < b || a != a && b == b, a > b || b != b && a == a)
}

// compare orders two keys of a map, which have the same type.
func compare(a, b rtype.Value) int {
	switch a.Kind() {
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		return order(a.Int() < b.Int(), a.Int() > b.Int())
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		return order(a.Uint() < b.Uint(), a.Uint() > b.Uint())
	case rtype.String:
		return order(a.String() < b.String(), a.String() > b.String())
	case rtype.Float32, rtype.Float64:
		return compareFloats(a.Float(), b.Float())
	case rtype.Complex64, rtype.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case rtype.Bool:
		return order(!a.Bool() && b.Bool(), a.Bool() && !b.Bool())
	case rtype.Pointer, rtype.UnsafePointer, rtype.Chan:
		return order(a.Pointer() < b.Pointer(), a.Pointer() > b.Pointer())
	case rtype.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case rtype.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case rtype.Interface:
		x, y := a.Elem(), b.Elem()
		if !x.IsValid() || !y.IsValid() {
			return order(!x.IsValid() && y.IsValid(), x.IsValid() && !y.IsValid())
		}
		if c := rtype.CompareTypes(x, y); c != 0 {
			return c
		}
		return compare(x, y)
	}
	return 0
}
