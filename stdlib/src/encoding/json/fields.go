package json

import (
	"reflect"
	"sort"
	"strings"
	"unicode"
)

// field is what a key of an object stands for in a struct type.
type field struct {
	name      string
	tagged    bool
	index     []int // path of field indices, through embedded structs
	typ       reflect.Type
	omitEmpty bool
	quoted    bool
	path      []step // how to get to it
}

// step leads from a struct to one of its fields: at an offset, and on through a pointer if elem is not nil.
type step struct {
	offset   uintptr
	elem     reflect.Type // of the pointer to an embedded struct
	exported bool
}

// tagOptions are what follows the name in a tag, separated by commas.
func parseTag(tag string) (name string, options string) {
	name, options, _ = strings.Cut(tag, ",")
	return name, options
}

func hasOption(options, name string) bool {
	for options != "" {
		var o string
		o, options, _ = strings.Cut(options, ",")
		if o == name {
			return true
		}
	}
	return false
}

// validName reports whether a tag may give a key this name.
func validName(s string) bool {
	for _, c := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return s != ""
}

// level is an embedded struct whose fields are to be looked at.
type level struct {
	typ   reflect.Type
	index []int
	path  []step
}

// structFields returns the fields of t that have keys: level by level, as Go's rules for embedded structs hide them, in
// the order of declaration.
func structFields(t reflect.Type) []field {
	var all []field
	seen := map[reflect.Type]bool{}
	for next := []level{{typ: t}}; len(next) > 0; {
		current := next
		next = nil
		times := map[reflect.Type]int{} // embedded twice at one level, fields hide each other
		for _, l := range current {
			times[l.typ]++
		}
		for _, l := range current {
			if seen[l.typ] {
				continue
			}
			seen[l.typ] = true
			for i := 0; i < l.typ.NumField(); i++ {
				all, next = addField(all, next, l, i, times[l.typ] > 1)
			}
		}
	}
	return dominant(all)
}

func addField(all []field, next []level, l level, i int, twice bool) ([]field, []level) {
	sf := l.typ.Field(i)
	ft := sf.Type
	if ft.Name() == "" && ft.Kind() == reflect.Pointer {
		ft = ft.Elem()
	}
	if !sf.IsExported() && !(sf.Anonymous && ft.Kind() == reflect.Struct) {
		return all, next
	}
	tag := sf.Tag.Get("json")
	if tag == "-" {
		return all, next
	}
	name, options := parseTag(tag)
	if !validName(name) {
		name = ""
	}
	index := append(append([]int(nil), l.index...), i)
	s := step{offset: sf.Offset, exported: sf.IsExported()}
	if name == "" && sf.Anonymous && ft.Kind() == reflect.Struct {
		if sf.Type.Kind() == reflect.Pointer {
			s.elem = ft
		}
		next = append(next, level{ft, index, append(append([]step(nil), l.path...), s)})
		return all, next
	}
	f := field{
		name:      name,
		tagged:    name != "",
		index:     index,
		typ:       sf.Type,
		omitEmpty: hasOption(options, "omitempty"),
		path:      append(append([]step(nil), l.path...), s),
	}
	if name == "" {
		f.name = sf.Name
	}
	if hasOption(options, "string") {
		switch ft.Kind() {
		case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint,
			reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32,
			reflect.Float64, reflect.String:
			f.quoted = true
		}
	}
	all = append(all, f)
	if twice {
		all = append(all, f)
	}
	return all, next
}

func lessIndex(a, b []int) bool {
	for k := 0; k < len(a) && k < len(b); k++ {
		if a[k] != b[k] {
			return a[k] < b[k]
		}
	}
	return len(a) < len(b)
}

// dominant keeps of the fields of each name the one that hides the others: the least deep, of those a tagged one. Two that
// are equal hide each other.
func dominant(all []field) []field {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		if a.name != b.name {
			return a.name < b.name
		}
		if len(a.index) != len(b.index) {
			return len(a.index) < len(b.index)
		}
		if a.tagged != b.tagged {
			return a.tagged
		}
		return lessIndex(a.index, b.index)
	})
	kept := all[:0]
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].name == all[i].name {
			j++
		}
		if j == i+1 || len(all[i].index) != len(all[i+1].index) || all[i].tagged != all[i+1].tagged {
			kept = append(kept, all[i])
		}
		i = j
	}
	sort.Slice(kept, func(i, j int) bool { return lessIndex(kept[i].index, kept[j].index) })
	return kept
}
