package json

import (
	"bytes"
	"fmt"
	"reflect"
	"sync"
	"unsafe"
)

// encodeState is a text being written.
type encodeState struct {
	buf        []byte
	escapeHTML bool
	depth      int                    // of pointers, maps and slices followed
	path       map[unsafe.Pointer]int // those of them that are deep down: whoever meets itself is a cycle
}

// encodeError carries an error up through encoders.
type encodeError struct{ error }

func (e *encodeState) fail(err error) { panic(encodeError{err}) }

var encodeStates sync.Pool

func newEncodeState(escapeHTML bool) *encodeState {
	if e, ok := encodeStates.Get().(*encodeState); ok {
		e.buf, e.escapeHTML, e.depth = e.buf[:0], escapeHTML, 0
		return e
	}
	return &encodeState{escapeHTML: escapeHTML}
}

// Marshal returns v as JSON: booleans, numbers and strings as such, structs as objects of their exported fields, maps as
// objects sorted by key, slices and arrays as arrays ([]byte as a base64 string), pointers and interfaces as what they
// hold, nil as null. Field tags `json:"name,omitempty,string"` name keys, leave out zero values and quote; "-" leaves the
// field out. A Marshaler writes itself, an encoding.TextMarshaler gives a string. <, > and & are escaped.
func Marshal(v any) ([]byte, error) {
	e := newEncodeState(true)
	defer encodeStates.Put(e)
	if err := e.marshal(v); err != nil {
		return nil, err
	}
	return append([]byte(nil), e.buf...), nil
}

// MarshalIndent is Marshal, then Indent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString(indentText(textOf(b), prefix, indent))
	return out.Bytes(), nil
}

func (e *encodeState) marshal(v any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			failed, ok := r.(encodeError)
			if !ok {
				panic(r)
			}
			e.path = nil
			err = failed.error
		}
	}()
	encodeAny(e, v)
	return nil
}

// maxTrusted is the depth from which on cycles are looked for.
const maxTrusted = 1000

// enter is called with what a value points to, leave when that has been written.
func (e *encodeState) enter(p unsafe.Pointer, length int, t reflect.Type) {
	e.depth++
	if e.depth <= maxTrusted {
		return
	}
	if e.path == nil {
		e.path = map[unsafe.Pointer]int{}
	}
	if n, ok := e.path[p]; ok && n == length {
		e.fail(&UnsupportedValueError{reflect.NewAt(t, p), fmt.Sprintf("encountered a cycle via %s", t)})
	}
	e.path[p] = length
}

func (e *encodeState) leave(p unsafe.Pointer) {
	if e.depth > maxTrusted {
		delete(e.path, p)
	}
	e.depth--
}

// An encoder writes the value at p; quoted: within a string of its own, if it is a scalar.
type encoder func(e *encodeState, p unsafe.Pointer, quoted bool)

// encoderKey tells apart what can be addressed, whose pointer methods count, from what cannot.
type encoderKey struct {
	typ         reflect.Type
	addressable bool
}

// typeEncoder is an encoder that is perhaps still being made: types may contain themselves.
type typeEncoder struct {
	encode encoder
}

var (
	encoders    sync.Map   // encoderKey → *typeEncoder, all of them finished
	makingMutex sync.Mutex // one goroutine at a time makes encoders or decoders
)

func encoderOf(t reflect.Type, addressable bool) encoder {
	key := encoderKey{t, addressable}
	if c, ok := encoders.Load(key); ok {
		return c.(*typeEncoder).encode
	}
	makingMutex.Lock()
	defer makingMutex.Unlock()
	m := encoderMaker{}
	te := m.get(t, addressable)
	for k, made := range m {
		encoders.Store(k, made)
	}
	return te.encode
}

// encoderMaker holds the encoders that one call makes.
type encoderMaker map[encoderKey]*typeEncoder

func (m encoderMaker) get(t reflect.Type, addressable bool) *typeEncoder {
	key := encoderKey{t, addressable}
	if c, ok := encoders.Load(key); ok {
		return c.(*typeEncoder)
	}
	if te := m[key]; te != nil {
		return te
	}
	te := &typeEncoder{}
	m[key] = te
	te.encode = m.make(t, addressable)
	return te
}

// dataWord returns where the value of x is: its data word itself if the type is pointer-shaped.
func dataWord(x *any, t reflect.Type) unsafe.Pointer {
	word := &(*[2]unsafe.Pointer)(unsafe.Pointer(x))[1]
	if pointerShaped(t) {
		return unsafe.Pointer(word)
	}
	return *word
}

// pointerShaped reports whether interfaces hold values of t directly.
func pointerShaped(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return true
	case reflect.Struct:
		return t.NumField() == 1 && pointerShaped(t.Field(0).Type)
	case reflect.Array:
		return t.Len() == 1 && pointerShaped(t.Elem())
	}
	return false
}

// valueAt returns the value at p as an interface.
func valueAt(t reflect.Type, p unsafe.Pointer) any { return reflect.NewAt(t, p).Elem().Interface() }
