package template

import (
	"cmp"
	"reflect"
	"sort"
)

type entry struct{ key, elem reflect.Value }

// sortedEntries returns the entries of a map in the order of their keys, which is that of fmt.
func sortedEntries(m reflect.Value) []entry {
	entries := make([]entry, 0, m.Len())
	for iter := m.MapRange(); iter.Next(); {
		entries = append(entries, entry{iter.Key(), iter.Value()})
	}
	sort.SliceStable(entries, func(i, j int) bool { return compare(entries[i].key, entries[j].key) < 0 })
	return entries
}

// compare orders values of one type. Those of types without an order are all alike.
func compare(x, y reflect.Value) int {
	switch x.Kind() {
	case reflect.String:
		return cmp.Compare(x.String(), y.String())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return cmp.Compare(x.Int(), y.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return cmp.Compare(x.Uint(), y.Uint())
	case reflect.Float32, reflect.Float64:
		return cmp.Compare(x.Float(), y.Float())
	case reflect.Complex64, reflect.Complex128:
		a, b := x.Complex(), y.Complex()
		if c := cmp.Compare(real(a), real(b)); c != 0 {
			return c
		}
		return cmp.Compare(imag(a), imag(b))
	case reflect.Bool:
		switch {
		case x.Bool() == y.Bool():
			return 0
		case y.Bool():
			return -1
		}
		return 1
	case reflect.Pointer, reflect.Chan, reflect.UnsafePointer:
		return cmp.Compare(x.Pointer(), y.Pointer())
	case reflect.Struct:
		return firstOf(x.NumField(), func(i int) int { return compare(x.Field(i), y.Field(i)) })
	case reflect.Array:
		return firstOf(x.Len(), func(i int) int { return compare(x.Index(i), y.Index(i)) })
	case reflect.Interface:
		return compareInterfaces(x.Elem(), y.Elem())
	}
	return 0
}

// firstOf returns the first of n comparisons that finds a difference.
func firstOf(n int, compare func(i int) int) int {
	for i := 0; i < n; i++ {
		if c := compare(i); c != 0 {
			return c
		}
	}
	return 0
}

// compareInterfaces puts nil first, then orders by type, then by value.
func compareInterfaces(x, y reflect.Value) int {
	if !x.IsValid() || !y.IsValid() {
		switch {
		case x.IsValid():
			return 1
		case y.IsValid():
			return -1
		}
		return 0
	}
	if x.Type() != y.Type() {
		return cmp.Compare(reflect.ValueOf(x.Type()).Pointer(), reflect.ValueOf(y.Type()).Pointer())
	}
	return compare(x, y)
}
