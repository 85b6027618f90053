// Package encoding has the interfaces by which values turn themselves into bytes and text, and back. What encodes
// whole documents, as encoding/json does, looks for them.
package encoding

// BinaryMarshaler is a value that gives a binary form of itself.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler takes what MarshalBinary gave. It must copy what it keeps of data.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// TextMarshaler is a value that gives a text form of itself, in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler takes what MarshalText gave. It must copy what it keeps of text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}
