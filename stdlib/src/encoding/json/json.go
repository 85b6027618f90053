// Package json writes and reads JSON, RFC 7159. Mirrors: src/encoding/json (Go 1.19).
//
// Differs: each type is compiled once, to closures that work on memory; texts are checked and cut into tokens natively
// before anything is stored.
package json

import (
	"errors"
	"strconv"
)

// Marshaler is a value that writes itself.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// Unmarshaler reads itself. It must copy what it keeps of the text. By convention null changes nothing.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// A Number is a number as it is written.
type Number string

// String returns the number as it is written.
func (n Number) String() string { return string(n) }

// Float64 returns the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 returns the number as an int64.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// RawMessage is a value as text: it is read and written as it is.
type RawMessage []byte

// MarshalJSON returns m, null if it is nil.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON sets *m to a copy of data.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errors.New("json.RawMessage: UnmarshalJSON on nil pointer")
	}
	*m = append((*m)[0:0], data...)
	return nil
}

// isNumber reports whether s is a JSON number.
func isNumber(s string) bool {
	if s == "" || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return false
	}
	var scan scanner
	scan.reset()
	at, verdict := scan.read(s, 0)
	return verdict == scanMore && at == len(s) && scan.atNumberEnd()
}
