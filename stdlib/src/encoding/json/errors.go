package json

import (
	"reflect"
	"strconv"
)

// An UnmarshalTypeError is a JSON value that does not go into a value of a Go type.
type UnmarshalTypeError struct {
	Value  string       // what it is: bool, array, number -5
	Type   reflect.Type // what it should go into
	Offset int64        // in the input, behind the value
	Struct string       // name of the struct type that has the field
	Field  string       // path from the outermost struct to the field, names separated by dots
}

func (e *UnmarshalTypeError) Error() string {
	s := "json: cannot unmarshal " + e.Value + " into Go "
	if e.Struct != "" || e.Field != "" {
		s += "struct field " + e.Struct + "." + e.Field + " of type " + e.Type.String()
		return s
	}
	return s + "value of type " + e.Type.String()
}

// An UnmarshalFieldError was the error for keys that led to unexported fields.
//
// Deprecated: nothing returns it.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name +
		" of type " + e.Type.String()
}

// An InvalidUnmarshalError is a target that is no pointer, or a nil one.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// An UnsupportedTypeError is a value of a type that has no JSON form.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is a value that has no JSON form, though others of its type have.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error was the error for strings that are not UTF-8.
//
// Deprecated: nothing returns it, U+FFFD takes the place of wrong bytes.
type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is an error of MarshalJSON or MarshalText.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	f := e.sourceFunc
	if f == "" {
		f = "MarshalJSON"
	}
	return "json: error calling " + f + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns the method's error.
func (e *MarshalerError) Unwrap() error { return e.Err }
