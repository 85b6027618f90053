// Package store shares the name of its type's local namesakes.
package store

import "example.com/packages/shape"

type Box struct {
	shape.Kind
	v struct{ *shape.Base }
}

func Fill(k shape.Kind, tag string) Box {
	b := Box{Kind: k}
	b.v.Base = shape.NewBase(tag)
	return b
}

func (b Box) Inner() any { return b.v }

func Any(n int) any {
	type local struct{ N int }
	return local{n}
}
