package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// make returns the decoder of t: by its methods if *t has them, else by its kind.
func (m decoderMaker) make(t reflect.Type) decoder {
	if t.Kind() != reflect.Pointer && t.Name() != "" {
		if dec := byMethods(t, reflect.PointerTo(t)); dec != nil {
			return dec
		}
	}
	switch t.Kind() {
	case reflect.Bool:
		return func(d *decodeState, i int, p unsafe.Pointer) error {
			switch d.tokens[i].kind {
			case tokenTrue:
				*(*bool)(p) = true
			case tokenFalse:
				*(*bool)(p) = false
			case tokenNull:
			default:
				d.mismatch(i, d.kindName(i), t)
			}
			return nil
		}
	case reflect.Int:
		return integer[int](t)
	case reflect.Int8:
		return integer[int8](t)
	case reflect.Int16:
		return integer[int16](t)
	case reflect.Int32:
		return integer[int32](t)
	case reflect.Int64:
		return integer[int64](t)
	case reflect.Uint:
		return unsigned[uint](t)
	case reflect.Uint8:
		return unsigned[uint8](t)
	case reflect.Uint16:
		return unsigned[uint16](t)
	case reflect.Uint32:
		return unsigned[uint32](t)
	case reflect.Uint64:
		return unsigned[uint64](t)
	case reflect.Uintptr:
		return unsigned[uintptr](t)
	case reflect.Float32:
		return float[float32](t)
	case reflect.Float64:
		return float[float64](t)
	case reflect.String:
		return stringDecoder(t)
	case reflect.Interface:
		return interfaceDecoder(t)
	case reflect.Pointer:
		return m.pointerDecoder(t)
	case reflect.Struct:
		return m.structDecoder(t)
	case reflect.Map:
		return m.mapDecoder(t)
	case reflect.Slice:
		return m.sliceDecoder(t)
	case reflect.Array:
		return m.arrayDecoder(t)
	}
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		if d.tokens[i].kind != tokenNull {
			d.mismatch(i, d.kindName(i), t)
		}
		return nil
	}
}

// byMethods returns a decoder that calls the methods of pt, a pointer to t; nil if it has none of the two.
func byMethods(t, pt reflect.Type) decoder {
	if pt.Implements(unmarshalerType) {
		return func(d *decodeState, i int, p unsafe.Pointer) error {
			return reflect.NewAt(t, p).Interface().(Unmarshaler).UnmarshalJSON(d.raw(i))
		}
	}
	if !pt.Implements(textUnmarshalerType) {
		return nil
	}
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		switch d.tokens[i].kind {
		case tokenString, tokenEscaped:
			return reflect.NewAt(t, p).Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(d.shared(i)))
		case tokenNull: // as a value without methods would take it
			switch t.Kind() {
			case reflect.Interface, reflect.Map, reflect.Slice:
				reflect.NewAt(t, p).Elem().SetZero()
			}
			return nil
		}
		d.mismatch(i, d.kindName(i), t)
		return nil
	}
}

func integer[T int | int8 | int16 | int32 | int64](t reflect.Type) decoder {
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		switch tok.kind {
		case tokenNumber:
			s := d.text[tok.start:tok.end]
			n, err := strconv.ParseInt(s, 10, 64)
			if err != nil || int64(T(n)) != n {
				d.mismatch(i, "number "+strings.Clone(s), t)
				return nil
			}
			*(*T)(p) = T(n)
		case tokenNull:
		default:
			d.mismatch(i, d.kindName(i), t)
		}
		return nil
	}
}

func unsigned[T uint | uint8 | uint16 | uint32 | uint64 | uintptr](t reflect.Type) decoder {
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		switch tok.kind {
		case tokenNumber:
			s := d.text[tok.start:tok.end]
			n, err := strconv.ParseUint(s, 10, 64)
			if err != nil || uint64(T(n)) != n {
				d.mismatch(i, "number "+strings.Clone(s), t)
				return nil
			}
			*(*T)(p) = T(n)
		case tokenNull:
		default:
			d.mismatch(i, d.kindName(i), t)
		}
		return nil
	}
}

func float[T float32 | float64](t reflect.Type) decoder {
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		switch tok.kind {
		case tokenNumber:
			s := d.text[tok.start:tok.end]
			f, err := strconv.ParseFloat(s, t.Bits())
			if err != nil {
				d.mismatch(i, "number "+strings.Clone(s), t)
				return nil
			}
			*(*T)(p) = T(f)
		case tokenNull:
		default:
			d.mismatch(i, d.kindName(i), t)
		}
		return nil
	}
}

func stringDecoder(t reflect.Type) decoder {
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		switch d.tokens[i].kind {
		case tokenString, tokenEscaped:
			s := d.str(i)
			if t == numberType && !isNumber(s) {
				return fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", d.literal(i))
			}
			*(*string)(p) = s
		case tokenNull:
		case tokenNumber:
			if t == numberType {
				*(*string)(p) = strings.Clone(d.literal(i))
				return nil
			}
			fallthrough
		default:
			d.mismatch(i, d.kindName(i), t)
		}
		return nil
	}
}

func interfaceDecoder(t reflect.Type) decoder {
	empty := t.NumMethod() == 0
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		null := d.tokens[i].kind == tokenNull
		v := reflect.NewAt(t, p).Elem()
		// A pointer in it is followed.
		if !v.IsNil() {
			if in := v.Elem(); in.Kind() == reflect.Pointer && !in.IsNil() && (!null || in.Elem().Kind() == reflect.Pointer) {
				if in.UnsafePointer() != p { // unless it points to itself
					return d.behind(in, i)
				}
			}
		}
		if null {
			v.SetZero()
			return nil
		}
		if !empty {
			d.mismatch(i, d.kindName(i), t)
			return nil
		}
		*(*any)(p) = d.any(i)
		return nil
	}
}

func (m decoderMaker) pointerDecoder(t reflect.Type) decoder {
	et := t.Elem()
	elem := m.get(et)
	if et.Name() == "" && et.Kind() != reflect.Pointer { // a struct type with promoted methods
		if dec := byMethods(et, t); dec != nil {
			elem = &typeDecoder{dec}
		}
	}
	base := et
	for base.Kind() == reflect.Pointer {
		base = base.Elem()
	}
	methods := reflect.PointerTo(base)
	wantsText := methods.Implements(textUnmarshalerType) && !methods.Implements(unmarshalerType)
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		at := (*unsafe.Pointer)(p)
		kind := d.tokens[i].kind
		if kind == tokenNull {
			*at = nil
			return nil
		}
		if *at == nil {
			*at = reflect.New(et).UnsafePointer()
		}
		if wantsText && kind != tokenString && kind != tokenEscaped {
			d.mismatch(i, d.kindName(i), t)
			return nil
		}
		return elem.decode(d, i, *at)
	}
}

// ---- arrays ----

func (m decoderMaker) sliceDecoder(t reflect.Type) decoder {
	et := t.Elem()
	elem, size := m.get(et), et.Size()
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		s := (*sliceHeader)(p)
		switch tok.kind {
		case tokenArray:
		case tokenNull:
			reflect.NewAt(t, p).Elem().SetZero()
			return nil
		case tokenString, tokenEscaped:
			if et.Kind() != reflect.Uint8 {
				d.mismatch(i, "string", t)
				return nil
			}
			b, err := base64.StdEncoding.DecodeString(d.shared(i))
			if err != nil {
				d.save(err)
				return nil
			}
			*(*[]byte)(p) = b
			return nil
		default:
			d.mismatch(i, d.kindName(i), t)
			return nil
		}
		n := int(tok.count)
		if n == 0 || n > s.cap {
			grown := reflect.MakeSlice(t, n, n)
			v := reflect.NewAt(t, p).Elem()
			reflect.Copy(grown, v)
			v.Set(grown)
		}
		s.len = n
		return d.elements(elem, i, s.data, n, size)
	}
}

// elements stores the first n elements of array i.
func (d *decodeState) elements(elem *typeDecoder, i int, p unsafe.Pointer, n int, size uintptr) error {
	k := i + 1
	for ; n > 0; n-- {
		if err := elem.decode(d, k, p); err != nil {
			return err
		}
		k = int(d.tokens[k].next)
		if n > 1 {
			p = unsafe.Add(p, size)
		}
	}
	return nil
}

func (m decoderMaker) arrayDecoder(t reflect.Type) decoder {
	elem, size, length := m.get(t.Elem()), t.Elem().Size(), t.Len()
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		if tok.kind != tokenArray {
			if tok.kind != tokenNull {
				d.mismatch(i, d.kindName(i), t)
			}
			return nil
		}
		n := int(tok.count)
		if n < length {
			v := reflect.NewAt(t, p).Elem()
			for k := n; k < length; k++ {
				v.Index(k).SetZero()
			}
		}
		return d.elements(elem, i, p, min(n, length), size)
	}
}

// ---- objects ----

// fieldDecoder stores one field of a struct.
type fieldDecoder struct {
	*field
	decode *typeDecoder
}

func (m decoderMaker) structDecoder(t reflect.Type) decoder {
	fields := structFields(t)
	list := make([]fieldDecoder, len(fields))
	byName := make(map[string]int, len(fields))
	for i := range fields {
		f := &fields[i]
		list[i] = fieldDecoder{f, m.get(f.typ)}
		if f.quoted {
			list[i].decode = &typeDecoder{quotedDecoder(f.typ, list[i].decode)}
		}
		byName[f.name] = i
	}
	find := func(key string) int {
		if n, ok := byName[key]; ok {
			return n
		}
		for n := range list {
			if strings.EqualFold(list[n].name, key) {
				return n
			}
		}
		return -1
	}
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		if tok.kind != tokenObject {
			if tok.kind != tokenNull {
				d.mismatch(i, d.kindName(i), t)
			}
			return nil
		}
		outer, depth := d.structType, len(d.fieldPath)
		next := 0 // keys mostly come in the order of the fields
		for k, end := i+1, int(tok.next); k < end; k = int(d.tokens[k+1].next) {
			key := d.shared(k)
			if next >= len(list) || list[next].name != key {
				next = find(key)
			}
			if next < 0 {
				next = 0
				if d.strict {
					d.save(fmt.Errorf("json: unknown field %q", key))
				}
				continue
			}
			f := &list[next]
			next++
			d.structType = t
			d.fieldPath = append(d.fieldPath, f.name)
			at := p
			if len(f.path) > 1 {
				at = d.makePath(f.field, p)
			} else {
				at = unsafe.Add(p, f.path[0].offset)
			}
			if at != nil {
				if err := f.decode.decode(d, k+1, at); err != nil {
					return err
				}
			}
			d.structType, d.fieldPath = outer, d.fieldPath[:depth]
		}
		return nil
	}
}

// makePath returns where f is in the struct at p. Embedded pointers on the way are set; nil if one cannot be.
func (d *decodeState) makePath(f *field, p unsafe.Pointer) unsafe.Pointer {
	for k := range f.path {
		s := &f.path[k]
		p = unsafe.Add(p, s.offset)
		if s.elem == nil {
			continue
		}
		at := (*unsafe.Pointer)(p)
		if *at == nil {
			if !s.exported {
				d.save(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", s.elem))
				return nil
			}
			*at = reflect.New(s.elem).UnsafePointer()
		}
		p = *at
	}
	return p
}

func (m decoderMaker) mapDecoder(t reflect.Type) decoder {
	kt, et := t.Key(), t.Elem()
	elem := m.get(et)
	if kt.Kind() == reflect.String && kt.PkgPath() == "" && et == anyType && t.Name() == "" {
		return decodeAnyMap(t)
	}
	byText := reflect.PointerTo(kt).Implements(textUnmarshalerType)
	keyed := byText || kt.Kind() == reflect.String || reflect.Int <= kt.Kind() && kt.Kind() <= reflect.Uintptr
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		v := reflect.NewAt(t, p).Elem()
		switch tok.kind {
		case tokenObject:
		case tokenNull:
			v.SetZero()
			return nil
		default:
			d.mismatch(i, d.kindName(i), t)
			return nil
		}
		if !keyed {
			d.mismatch(i, "object", t)
			return nil
		}
		if v.IsNil() {
			v.Set(reflect.MakeMapWithSize(t, int(tok.count)))
		}
		value := reflect.New(et).Elem()
		for k, end := i+1, int(tok.next); k < end; k = int(d.tokens[k+1].next) {
			value.SetZero()
			if err := elem.decode(d, k+1, value.Addr().UnsafePointer()); err != nil {
				return err
			}
			key, err := d.mapKey(k, kt, byText)
			if err != nil {
				return err
			}
			if key.IsValid() {
				v.SetMapIndex(key, value)
			}
		}
		return nil
	}
}

// mapKey returns key k as a value of type kt, the zero Value if it is none.
func (d *decodeState) mapKey(k int, kt reflect.Type, byText bool) (reflect.Value, error) {
	key := reflect.New(kt)
	s := d.str(k)
	bad := func() (reflect.Value, error) {
		d.save(&UnmarshalTypeError{Value: "number " + s, Type: kt, Offset: int64(d.tokens[k].start)})
		return reflect.Value{}, nil
	}
	at := key.Elem()
	switch {
	case byText:
		if err := key.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s)); err != nil {
			return reflect.Value{}, err
		}
	case kt.Kind() == reflect.String:
		at.SetString(s)
	case at.CanInt():
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || at.OverflowInt(n) {
			return bad()
		}
		at.SetInt(n)
	default:
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || at.OverflowUint(n) {
			return bad()
		}
		at.SetUint(n)
	}
	return at, nil
}

func decodeAnyMap(t reflect.Type) decoder {
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		at := (*map[string]any)(p)
		switch tok.kind {
		case tokenObject:
		case tokenNull:
			*at = nil
			return nil
		default:
			d.mismatch(i, d.kindName(i), t)
			return nil
		}
		if *at == nil {
			*at = d.any(i).(map[string]any)
			return nil
		}
		for k, end := i+1, int(tok.next); k < end; k = int(d.tokens[k+1].next) {
			key := d.str(k)
			(*at)[key] = d.any(k + 1)
		}
		return nil
	}
}
