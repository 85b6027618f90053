package reflect

import (
	abi "internal/rtype"
	"strconv"
)

// StructField is a field of a struct type.
type StructField struct {
	Name    string
	PkgPath string // the package of a field that is not exported, "" for others

	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int // for Type.FieldByIndex
	Anonymous bool  // embedded
}

// IsExported reports whether code of any package may name the field.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is the tag of a struct field; by convention, key:"value" pairs with spaces between them.
type StructTag string

// Get returns the value of key, "" if there is none.
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup returns the value of key, and whether there is one.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		// A key is of printing characters but space, quote and colon.
		n := 0
		for n < len(rest) && rest[n] > ' ' && rest[n] != ':' && rest[n] != '"' && rest[n] != 0x7f {
			n++
		}
		if n == 0 || n+1 >= len(rest) || rest[n] != ':' || rest[n+1] != '"' {
			return "", false
		}
		name := rest[:n]
		rest = rest[n+1:]
		n = 1
		for n < len(rest) && rest[n] != '"' {
			if rest[n] == '\\' {
				n++
			}
			n++
		}
		if n >= len(rest) {
			return "", false
		}
		quoted := rest[:n+1]
		rest = rest[n+1:]
		if name == key {
			text, err := strconv.Unquote(quoted)
			return text, err == nil
		}
	}
}

// fieldOf describes field i of a struct type.
func fieldOf(f *abi.StructField, i int) StructField {
	return StructField{
		Name:      f.Name,
		PkgPath:   f.PkgPath,
		Type:      wrap(f.Type),
		Tag:       StructTag(f.Tag),
		Offset:    f.Offset,
		Index:     []int{i},
		Anonymous: f.Anonymous,
	}
}

func (t *rtype) NumField() int {
	t.need(Struct, "NumField")
	return len(t.t.Fields)
}

func (t *rtype) Field(i int) StructField {
	t.need(Struct, "Field")
	if i < 0 || i >= len(t.t.Fields) {
		panic("reflect: Field index out of bounds")
	}
	return fieldOf(&t.t.Fields[i], i)
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.need(Struct, "FieldByIndex")
	var f StructField
	var at Type = t
	for i, x := range index {
		if i > 0 {
			at = structBehind(at.common())
		}
		f = at.Field(x)
		at = f.Type
	}
	return f
}

// structBehind returns the struct type that t points to, t itself if it is no pointer to one.
func structBehind(t *rtype) *rtype {
	if t.kind() == Pointer && t.elem().kind() == Struct {
		return t.elem()
	}
	return t
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.need(Struct, "FieldByName")
	embeds := false
	if name != "" {
		for i := range t.t.Fields {
			f := &t.t.Fields[i]
			if f.Name == name {
				return fieldOf(f, i), true
			}
			embeds = embeds || f.Anonymous
		}
	}
	if !embeds {
		return StructField{}, false
	}
	return t.search(func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.need(Struct, "FieldByNameFunc")
	return t.search(match)
}

// place is a struct type reached through embedded fields.
type place struct {
	typ   *rtype
	index []int
	many  bool // reached in more than one way at this depth: what it holds is ambiguous
}

// search looks for a field depth by depth, as the language looks for promoted fields: the shallowest wins, two at one
// depth hide each other.
func (t *rtype) search(match func(string) bool) (found StructField, ok bool) {
	level := []place{{typ: t}}
	visited := map[*rtype]bool{}
	for len(level) > 0 {
		var next []place
		at := map[*rtype]int{} // where in next a type is
		hits := 0
		for _, p := range level {
			if visited[p.typ] {
				continue
			}
			visited[p.typ] = true
			for i := range p.typ.t.Fields {
				f := &p.typ.t.Fields[i]
				if match(f.Name) {
					hits++
					if p.many {
						hits++
					}
					if hits > 1 {
						return StructField{}, false
					}
					found = fieldOf(f, i)
					found.Index = append(append([]int(nil), p.index...), i)
					continue
				}
				if !f.Anonymous {
					continue
				}
				inner := structBehind(wrap(f.Type))
				if inner.kind() != Struct || visited[inner] {
					continue
				}
				if k, seen := at[inner]; seen {
					next[k].many = true
					continue
				}
				at[inner] = len(next)
				next = append(next, place{inner, append(append([]int(nil), p.index...), i), p.many})
			}
		}
		if hits > 0 {
			return found, true
		}
		level = next
	}
	return StructField{}, false
}

// VisibleFields returns the fields of struct type t that can be named by one selector, promoted ones and those that are
// not exported included, in the order of their Index.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := fieldWalk{byName: map[string]int{}, inside: map[Type]bool{}}
	w.walk(t)
	visible := w.fields[:0]
	for _, f := range w.fields {
		if f.Name != "" {
			visible = append(visible, f)
		}
	}
	return visible
}

// fieldWalk collects all fields; a hidden one loses its name.
type fieldWalk struct {
	byName map[string]int
	inside map[Type]bool
	fields []StructField
	index  []int
}

func (w *fieldWalk) walk(t Type) {
	if w.inside[t] {
		return
	}
	w.inside[t] = true
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		w.index = append(w.index, i)
		if w.add(&f) {
			f.Index = append([]int(nil), w.index...)
			w.byName[f.Name] = len(w.fields)
			w.fields = append(w.fields, f)
		}
		if f.Anonymous {
			if inner := structBehind(f.Type.common()); inner.kind() == Struct {
				w.walk(inner)
			}
		}
		w.index = w.index[:len(w.index)-1]
	}
	delete(w.inside, t)
}

// add decides between f and an earlier field of its name: the shallower one stays, of two at one depth neither.
func (w *fieldWalk) add(f *StructField) bool {
	k, seen := w.byName[f.Name]
	if !seen {
		return true
	}
	old := &w.fields[k]
	switch {
	case len(w.index) == len(old.Index):
		old.Name = ""
		return false
	case len(w.index) < len(old.Index):
		old.Name = ""
		return true
	}
	return false
}
