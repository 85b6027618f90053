package json

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unsafe"
)

// decodeState is a text being stored into a value.
type decodeState struct {
	text      string
	scan      scanner
	tokens    []token
	useNumber bool
	strict    bool  // unknown keys are errors
	saved     error // the first thing that did not fit; the rest is stored all the same

	structType reflect.Type // innermost struct on the way, for errors
	fieldPath  []string
}

var decodeStates sync.Pool

func newDecodeState() *decodeState {
	if d, ok := decodeStates.Get().(*decodeState); ok {
		return d
	}
	return &decodeState{}
}

func (d *decodeState) free() {
	d.text, d.saved, d.structType, d.fieldPath = "", nil, nil, d.fieldPath[:0]
	d.useNumber, d.strict = false, false
	if cap(d.tokens) > 1<<16 {
		d.tokens = nil
	}
	decodeStates.Put(d)
}

// Unmarshal stores the JSON value data in what v points to. Objects go into structs, by the names that Marshal gives
// fields or, failing that, names that differ in case only, and into maps; arrays into slices and arrays; null makes
// pointers, maps, slices and interfaces nil and changes nothing else. An empty interface gets a bool, float64, string,
// []any, map[string]any or nil. Pointers are followed and allocated. An Unmarshaler reads itself, an
// encoding.TextUnmarshaler takes strings.
//
// What does not fit is left out; Unmarshal goes on and returns an *UnmarshalTypeError for the first of it.
func Unmarshal(data []byte, v any) error {
	d := newDecodeState()
	defer d.free()
	text := textOf(data)
	if err := d.scan.check(text); err != nil {
		return err
	}
	return d.unmarshal(text, v)
}

// unmarshal stores text, which d.scan has scanned.
func (d *decodeState) unmarshal(text string, v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d.text = text
	n := d.scan.tokens
	if cap(d.tokens) < n {
		d.tokens = make([]token, n+n/4)
	}
	d.tokens = d.tokens[:n]
	c := cut{open: -1}
	for !tokenize(&c, text, d.tokens, scanBudget) {
	}
	if err := d.behind(target, 0); err != nil {
		return d.inContext(err)
	}
	return d.saved
}

// behind stores token i in what the pointer ptr points to, which itself stays as it is.
func (d *decodeState) behind(ptr reflect.Value, i int) error {
	if d.tokens[i].kind == tokenNull {
		return decoderOf(ptr.Type().Elem())(d, i, ptr.UnsafePointer())
	}
	holder := ptr.UnsafePointer()
	return decoderOf(ptr.Type())(d, i, unsafe.Pointer(&holder))
}

// inContext adds to a type error in which field it happened.
func (d *decodeState) inContext(err error) error {
	if e, ok := err.(*UnmarshalTypeError); ok && (d.structType != nil || len(d.fieldPath) > 0) {
		e.Struct = d.structType.Name()
		e.Field = strings.Join(d.fieldPath, ".")
	}
	return err
}

func (d *decodeState) save(err error) {
	if d.saved == nil {
		d.saved = d.inContext(err)
	}
}

// literal returns the text of a scalar, with its quotes if it is a string.
func (d *decodeState) literal(i int) string {
	t := &d.tokens[i]
	if t.kind == tokenString || t.kind == tokenEscaped {
		return d.text[t.start-1 : t.end+1]
	}
	return d.text[t.start:t.end]
}

// raw returns the text of a value as bytes.
func (d *decodeState) raw(i int) []byte { return []byte(d.literal(i)) }

// shared returns the string that token i stands for, perhaps in the input's memory.
func (d *decodeState) shared(i int) string {
	t := &d.tokens[i]
	if t.kind == tokenEscaped {
		return unquote(d.text[t.start:t.end])
	}
	return d.text[t.start:t.end]
}

// str returns the string that token i stands for.
func (d *decodeState) str(i int) string {
	t := &d.tokens[i]
	if t.kind == tokenEscaped {
		return unquote(d.text[t.start:t.end])
	}
	return strings.Clone(d.text[t.start:t.end])
}

// kindName is what errors call the value.
func (d *decodeState) kindName(i int) string {
	t := &d.tokens[i]
	switch t.kind {
	case tokenNumber:
		return "number"
	case tokenString, tokenEscaped:
		return "string"
	case tokenArray:
		return "array"
	case tokenObject:
		return "object"
	}
	return "bool"
}

// mismatch saves that token i does not go into t.
func (d *decodeState) mismatch(i int, what string, t reflect.Type) {
	tok := &d.tokens[i]
	offset := tok.end
	switch tok.kind {
	case tokenArray, tokenObject:
		offset = tok.start + 1
	case tokenString, tokenEscaped:
		offset++
	}
	d.save(&UnmarshalTypeError{Value: what, Type: t, Offset: int64(offset)})
}

// ---- values of no particular type ----

// any returns token i as Unmarshal stores it in an empty interface.
func (d *decodeState) any(i int) any {
	t := &d.tokens[i]
	switch t.kind {
	case tokenString, tokenEscaped:
		return d.str(i)
	case tokenNumber:
		return d.number(i)
	case tokenTrue:
		return true
	case tokenFalse:
		return false
	case tokenObject:
		m := make(map[string]any, t.count)
		for k, end := i+1, int(t.next); k < end; {
			key := d.str(k)
			m[key] = d.any(k + 1)
			k = int(d.tokens[k+1].next)
		}
		return m
	case tokenArray:
		a := make([]any, t.count)
		k := i + 1
		for n := range a {
			a[n] = d.any(k)
			k = int(d.tokens[k].next)
		}
		return a
	}
	return nil
}

var float64Type = reflect.TypeOf(0.0)

func (d *decodeState) number(i int) any {
	t := &d.tokens[i]
	s := d.text[t.start:t.end]
	if d.useNumber {
		return Number(strings.Clone(s))
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		d.save(&UnmarshalTypeError{Value: "number " + strings.Clone(s), Type: float64Type, Offset: int64(t.end) + 1})
		return nil
	}
	return f
}

// ---- decoders ----

// A decoder stores token i in the value at p. Its error ends decoding.
type decoder func(d *decodeState, i int, p unsafe.Pointer) error

// typeDecoder is a decoder that is perhaps still being made.
type typeDecoder struct {
	decode decoder
}

var decoders sync.Map // reflect.Type → *typeDecoder, all of them finished

func decoderOf(t reflect.Type) decoder {
	if c, ok := decoders.Load(t); ok {
		return c.(*typeDecoder).decode
	}
	makingMutex.Lock()
	defer makingMutex.Unlock()
	m := decoderMaker{}
	td := m.get(t)
	for k, made := range m {
		decoders.Store(k, made)
	}
	return td.decode
}

// decoderMaker holds the decoders that one call makes.
type decoderMaker map[reflect.Type]*typeDecoder

func (m decoderMaker) get(t reflect.Type) *typeDecoder {
	if c, ok := decoders.Load(t); ok {
		return c.(*typeDecoder)
	}
	if td := m[t]; td != nil {
		return td
	}
	td := &typeDecoder{}
	m[t] = td
	td.decode = m.make(t)
	return td
}

// quotedDecoder stores a value that a field tag says is inside of a string.
func quotedDecoder(t reflect.Type, plain *typeDecoder) decoder {
	return func(d *decodeState, i int, p unsafe.Pointer) error {
		tok := &d.tokens[i]
		switch tok.kind {
		case tokenNull:
			return plain.decode(d, i, p)
		case tokenString, tokenEscaped:
		default:
			d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", t))
			return nil
		}
		return d.fromString(t, i, p)
	}
}

// fromString stores the scalar whose text is the string i.
func (d *decodeState) fromString(t reflect.Type, i int, p unsafe.Pointer) error {
	inner := d.str(i)
	bad := func() error {
		return fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", inner, t)
	}
	target := t
	for target.Kind() == reflect.Pointer {
		target = target.Elem()
	}
	sub := newDecodeState()
	defer sub.free()
	if inner == "" || isSpace(inner[0]) || sub.scan.check(inner) != nil || isSpace(inner[len(inner)-1]) {
		d.save(bad())
		return nil
	}
	sub.useNumber = d.useNumber
	sub.text = inner
	sub.tokens = append(sub.tokens[:0], make([]token, sub.scan.tokens)...)
	for c := (cut{open: -1}); !tokenize(&c, inner, sub.tokens, scanBudget); {
	}
	ok := false
	switch sub.tokens[0].kind {
	case tokenNull:
		ok = true
	case tokenTrue, tokenFalse:
		ok = target.Kind() == reflect.Bool
	case tokenString, tokenEscaped:
		ok = target.Kind() == reflect.String
	case tokenNumber:
		ok = target.Kind() != reflect.Bool && (target.Kind() != reflect.String || target == numberType)
	}
	if !ok {
		d.save(bad())
		return nil
	}
	err := decoderOf(t)(sub, 0, p)
	if e, isType := sub.saved.(*UnmarshalTypeError); isType {
		d.mismatch(i, e.Value, e.Type)
	} else if sub.saved != nil {
		d.save(sub.saved)
	}
	return err
}
