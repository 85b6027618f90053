package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"unsafe"
)

var (
	marshalerType       = reflect.TypeOf((*Marshaler)(nil)).Elem()
	textMarshalerType   = reflect.TypeOf((*encoding.TextMarshaler)(nil)).Elem()
	unmarshalerType     = reflect.TypeOf((*Unmarshaler)(nil)).Elem()
	textUnmarshalerType = reflect.TypeOf((*encoding.TextUnmarshaler)(nil)).Elem()
	numberType          = reflect.TypeOf(Number(""))
	anyType             = reflect.TypeOf((*any)(nil)).Elem()
)

// make returns the encoder of t: by its methods if it has them, else by its kind.
func (m encoderMaker) make(t reflect.Type, addressable bool) encoder {
	byAddress := addressable && t.Kind() != reflect.Pointer
	pt := reflect.PointerTo(t)
	switch {
	case byAddress && pt.Implements(marshalerType):
		return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.marshaler(t, reflect.NewAt(t, p).Interface()) }
	case t.Implements(marshalerType):
		return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.marshaler(t, valueAt(t, p)) }
	case byAddress && pt.Implements(textMarshalerType):
		return func(e *encodeState, p unsafe.Pointer, quoted bool) {
			e.textMarshaler(t, reflect.NewAt(t, p).Interface())
		}
	case t.Implements(textMarshalerType):
		return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.textMarshaler(t, valueAt(t, p)) }
	}
	switch t.Kind() {
	case reflect.Bool:
		return encodeBool
	case reflect.Int:
		return encodeInteger[int]
	case reflect.Int8:
		return encodeInteger[int8]
	case reflect.Int16:
		return encodeInteger[int16]
	case reflect.Int32:
		return encodeInteger[int32]
	case reflect.Int64:
		return encodeInteger[int64]
	case reflect.Uint:
		return encodeUnsigned[uint]
	case reflect.Uint8:
		return encodeUnsigned[uint8]
	case reflect.Uint16:
		return encodeUnsigned[uint16]
	case reflect.Uint32:
		return encodeUnsigned[uint32]
	case reflect.Uint64:
		return encodeUnsigned[uint64]
	case reflect.Uintptr:
		return encodeUnsigned[uintptr]
	case reflect.Float32:
		return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.float(float64(*(*float32)(p)), 32, quoted) }
	case reflect.Float64:
		return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.float(*(*float64)(p), 64, quoted) }
	case reflect.String:
		if t == numberType {
			return encodeNumber
		}
		return encodeString
	case reflect.Interface:
		return func(e *encodeState, p unsafe.Pointer, quoted bool) {
			if t == anyType {
				encodeAny(e, *(*any)(p))
				return
			}
			v := reflect.NewAt(t, p).Elem()
			if v.IsNil() {
				encodeAny(e, nil)
				return
			}
			encodeAny(e, v.Interface())
		}
	case reflect.Struct:
		return m.structEncoder(t, addressable)
	case reflect.Map:
		return m.mapEncoder(t)
	case reflect.Slice:
		return m.sliceEncoder(t)
	case reflect.Array:
		elem, size, n := m.get(t.Elem(), addressable), t.Elem().Size(), t.Len()
		return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.elements(elem, p, n, size) }
	case reflect.Pointer:
		elem := m.get(t.Elem(), true)
		return func(e *encodeState, p unsafe.Pointer, quoted bool) {
			at := *(*unsafe.Pointer)(p)
			if at == nil {
				e.buf = append(e.buf, "null"...)
				return
			}
			e.enter(at, -1, t)
			elem.encode(e, at, quoted)
			e.leave(at)
		}
	}
	return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.fail(&UnsupportedTypeError{t}) }
}

// encodeAny writes what an interface holds. The types that decoding makes go a short way.
func encodeAny(e *encodeState, v any) {
	switch x := v.(type) {
	case nil:
		e.buf = append(e.buf, "null"...)
	case string:
		e.buf = appendString(e.buf, x, e.escapeHTML)
	case float64:
		e.float(x, 64, false)
	case int:
		e.buf = strconv.AppendInt(e.buf, int64(x), 10)
	case bool:
		e.buf = strconv.AppendBool(e.buf, x)
	case map[string]any:
		e.object(x)
	default:
		e.boxed(v)
	}
}

// boxed writes what an interface holds. On its own since the address of v is taken.
func (e *encodeState) boxed(v any) {
	t := reflect.TypeOf(v)
	encoderOf(t, false)(e, dataWord(&v, t), false)
}

func (e *encodeState) object(m map[string]any) {
	if m == nil {
		e.buf = append(e.buf, "null"...)
		return
	}
	at := *(*unsafe.Pointer)(unsafe.Pointer(&m))
	e.enter(at, -1, reflect.TypeOf(m))
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	e.buf = append(e.buf, '{')
	for i, k := range keys {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.buf = append(appendString(e.buf, k, e.escapeHTML), ':')
		encodeAny(e, m[k])
	}
	e.buf = append(e.buf, '}')
	e.leave(at)
}

func (e *encodeState) marshaler(t reflect.Type, v any) {
	m, ok := v.(Marshaler)
	if !ok || t.Kind() == reflect.Pointer && reflect.ValueOf(v).IsNil() {
		e.buf = append(e.buf, "null"...)
		return
	}
	text, err := m.MarshalJSON()
	var s scanner
	if err == nil {
		err = s.check(textOf(text))
	}
	if err != nil {
		e.fail(&MarshalerError{t, err, "MarshalJSON"})
	}
	e.buf = append(e.buf, compactText(textOf(text), true, e.escapeHTML)...)
}

func (e *encodeState) textMarshaler(t reflect.Type, v any) {
	m, ok := v.(encoding.TextMarshaler)
	if !ok || t.Kind() == reflect.Pointer && reflect.ValueOf(v).IsNil() {
		e.buf = append(e.buf, "null"...)
		return
	}
	text, err := m.MarshalText()
	if err != nil {
		e.fail(&MarshalerError{t, err, "MarshalText"})
	}
	e.buf = appendString(e.buf, textOf(text), e.escapeHTML)
}

func (e *encodeState) quote(quoted bool) {
	if quoted {
		e.buf = append(e.buf, '"')
	}
}

func encodeBool(e *encodeState, p unsafe.Pointer, quoted bool) {
	e.quote(quoted)
	e.buf = strconv.AppendBool(e.buf, *(*bool)(p))
	e.quote(quoted)
}

func encodeInteger[T int | int8 | int16 | int32 | int64](e *encodeState, p unsafe.Pointer, quoted bool) {
	e.quote(quoted)
	e.buf = strconv.AppendInt(e.buf, int64(*(*T)(p)), 10)
	e.quote(quoted)
}

func encodeUnsigned[T uint | uint8 | uint16 | uint32 | uint64 | uintptr](e *encodeState, p unsafe.Pointer, quoted bool) {
	e.quote(quoted)
	e.buf = strconv.AppendUint(e.buf, uint64(*(*T)(p)), 10)
	e.quote(quoted)
}

// float writes f as JavaScript does: with an exponent only for what is very small or large, and no zero in front of that.
func (e *encodeState) float(f float64, bits int, quoted bool) {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.fail(&UnsupportedValueError{reflect.ValueOf(f), strconv.FormatFloat(f, 'g', -1, bits)})
	}
	e.quote(quoted)
	format := byte('f')
	if a := math.Abs(f); a != 0 {
		if bits == 64 && (a < 1e-6 || a >= 1e21) || bits == 32 && (float32(a) < 1e-6 || float32(a) >= 1e21) {
			format = 'e'
		}
	}
	b := strconv.AppendFloat(e.buf, f, format, -1, bits)
	if n := len(b); format == 'e' && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	e.buf = b
	e.quote(quoted)
}

func encodeString(e *encodeState, p unsafe.Pointer, quoted bool) {
	s := *(*string)(p)
	if quoted {
		s = string(appendString(nil, s, e.escapeHTML))
		e.buf = appendString(e.buf, s, false)
		return
	}
	e.buf = appendString(e.buf, s, e.escapeHTML)
}

func encodeNumber(e *encodeState, p unsafe.Pointer, quoted bool) {
	s := *(*string)(p)
	if s == "" {
		s = "0"
	}
	if !isNumber(s) {
		e.fail(fmt.Errorf("json: invalid number literal %q", s))
	}
	e.quote(quoted)
	e.buf = append(e.buf, s...)
	e.quote(quoted)
}

func (e *encodeState) elements(elem *typeEncoder, p unsafe.Pointer, n int, size uintptr) {
	e.buf = append(e.buf, '[')
	for i := 0; i < n; i++ {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		elem.encode(e, unsafe.Add(p, uintptr(i)*size), false)
	}
	e.buf = append(e.buf, ']')
}

// sliceHeader is a slice in memory.
type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

func (m encoderMaker) sliceEncoder(t reflect.Type) encoder {
	et := t.Elem()
	if pt := reflect.PointerTo(et); et.Kind() == reflect.Uint8 && !pt.Implements(marshalerType) && !pt.Implements(textMarshalerType) {
		return encodeBytes
	}
	elem, size := m.get(et, true), et.Size()
	return func(e *encodeState, p unsafe.Pointer, quoted bool) {
		s := (*sliceHeader)(p)
		if s.data == nil {
			e.buf = append(e.buf, "null"...)
			return
		}
		e.enter(s.data, s.len, t)
		e.elements(elem, s.data, s.len, size)
		e.leave(s.data)
	}
}

func encodeBytes(e *encodeState, p unsafe.Pointer, quoted bool) {
	b := *(*[]byte)(p)
	if b == nil {
		e.buf = append(e.buf, "null"...)
		return
	}
	e.buf = append(e.buf, '"')
	at, n := len(e.buf), base64.StdEncoding.EncodedLen(len(b))
	e.buf = slices.Grow(e.buf, n)[:at+n]
	base64.StdEncoding.Encode(e.buf[at:], b)
	e.buf = append(e.buf, '"')
}

// fieldEncoder writes one field of a struct.
type fieldEncoder struct {
	*field
	encode   *typeEncoder
	key      []byte // ,"name":
	keyPlain []byte // without HTML escapes
	empty    func(p unsafe.Pointer) bool
}

func (m encoderMaker) structEncoder(t reflect.Type, addressable bool) encoder {
	fields := structFields(t)
	list := make([]fieldEncoder, len(fields))
	for i := range fields {
		f := &fields[i]
		addr := addressable
		for _, s := range f.path[:len(f.path)-1] {
			addr = addr || s.elem != nil
		}
		list[i] = fieldEncoder{field: f, encode: m.get(f.typ, addr)}
		list[i].key = append(appendString([]byte{','}, f.name, true), ':')
		list[i].keyPlain = append(appendString([]byte{','}, f.name, false), ':')
		if f.omitEmpty {
			list[i].empty = emptyTest(f.typ)
		}
	}
	return func(e *encodeState, p unsafe.Pointer, quoted bool) {
		start := len(e.buf)
		for i := range list {
			f := &list[i]
			at := f.place(p)
			if at == nil || f.empty != nil && f.empty(at) {
				continue
			}
			if e.escapeHTML {
				e.buf = append(e.buf, f.key...)
			} else {
				e.buf = append(e.buf, f.keyPlain...)
			}
			f.encode.encode(e, at, f.quoted)
		}
		if len(e.buf) == start {
			e.buf = append(e.buf, '{')
		}
		e.buf[start] = '{'
		e.buf = append(e.buf, '}')
	}
}

// place returns where the field is in the struct at p, nil if an embedded pointer on the way to it is nil.
func (f *field) place(p unsafe.Pointer) unsafe.Pointer {
	for i := range f.path {
		s := &f.path[i]
		p = unsafe.Add(p, s.offset)
		if s.elem != nil {
			if p = *(*unsafe.Pointer)(p); p == nil {
				return nil
			}
		}
	}
	return p
}

// emptyTest returns what decides whether omitempty leaves out a field of type t.
func emptyTest(t reflect.Type) func(p unsafe.Pointer) bool {
	switch t.Kind() {
	case reflect.Array:
		n := t.Len()
		return func(unsafe.Pointer) bool { return n == 0 }
	case reflect.Map:
		return func(p unsafe.Pointer) bool { return reflect.NewAt(t, p).Elem().Len() == 0 }
	case reflect.Slice:
		return func(p unsafe.Pointer) bool { return (*sliceHeader)(p).len == 0 }
	case reflect.String:
		return func(p unsafe.Pointer) bool { return *(*string)(p) == "" }
	case reflect.Struct, reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		return func(unsafe.Pointer) bool { return false }
	}
	return func(p unsafe.Pointer) bool {
		v := reflect.NewAt(t, p).Elem()
		return v.IsZero() || v.CanFloat() && v.Float() == 0
	}
}

// mapEntry is an entry of a map, with its key as text.
type mapEntry struct {
	key  string
	elem reflect.Value
}

func (m encoderMaker) mapEncoder(t reflect.Type) encoder {
	switch t.Key().Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint,
		reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		if !t.Key().Implements(textMarshalerType) {
			return func(e *encodeState, p unsafe.Pointer, quoted bool) { e.fail(&UnsupportedTypeError{t}) }
		}
	}
	elem, et := m.get(t.Elem(), false), t.Elem()
	return func(e *encodeState, p unsafe.Pointer, quoted bool) {
		v := reflect.NewAt(t, p).Elem()
		if v.IsNil() {
			e.buf = append(e.buf, "null"...)
			return
		}
		at := *(*unsafe.Pointer)(p)
		e.enter(at, -1, t)
		entries := make([]mapEntry, 0, v.Len())
		for it := v.MapRange(); it.Next(); {
			key, err := keyText(it.Key())
			if err != nil {
				e.fail(fmt.Errorf("json: encoding error for type %q: %q", t.String(), err.Error()))
			}
			entries = append(entries, mapEntry{key, it.Value()})
		}
		sort.Slice(entries, func(i, j int) bool { return entries[i].key < entries[j].key })
		e.buf = append(e.buf, '{')
		copied := reflect.New(et).Elem()
		for i := range entries {
			if i > 0 {
				e.buf = append(e.buf, ',')
			}
			e.buf = append(appendString(e.buf, entries[i].key, e.escapeHTML), ':')
			copied.Set(entries[i].elem)
			elem.encode(e, copied.Addr().UnsafePointer(), false)
		}
		e.buf = append(e.buf, '}')
		e.leave(at)
	}
}

func keyText(k reflect.Value) (string, error) {
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if k.Kind() == reflect.Pointer && k.IsNil() {
			return "", nil
		}
		text, err := m.MarshalText()
		return string(text), err
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10), nil
	}
	return strconv.FormatUint(k.Uint(), 10), nil
}
