// Package doc has one of everything.
//
// Its documentation has a second paragraph, which is long enough to be wrapped when it is shown, since lines end at
// eighty columns.
//
//	code stays
//	  as it is
package doc

import "io"

// Size limits.
const (
	Small = 1 << iota // the least
	Large
	hidden
)

// Answer is known.
const Answer = 42

// ErrNot is what goes wrong.
var ErrNot = io.EOF

// Kind says what a Thing is.
type Kind int

// Kinds of things.
const (
	First Kind = iota
	Second
)

// Thing is a thing.
type Thing struct {
	// Name is what it is called.
	Name string

	Size int // in bytes
	kind Kind
}

// NewThing makes one.
func NewThing(name string, size int) (*Thing, error) { return &Thing{Name: name, Size: size}, nil }

// Kind returns its kind.
func (t *Thing) Kind() Kind { return t.kind }

func (t *Thing) secret() {}

// Doer does.
type Doer interface {
	// Do does it.
	Do(what string) error
	io.Writer
}

// Map is generic.
func Map[T, U any](list []T, f func(T) U) []U { return nil }

func unexported() {}
