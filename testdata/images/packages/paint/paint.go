// Package paint embeds and implements what package shape declares.
package paint

import (
	. "example.com/packages/shape"
	"fmt"
)

type Brush struct {
	*Base
	Point
	strokes []Point
}

func New(tag string) *Brush { return &Brush{Base: NewBase(tag), Point: At(1, 2)} }

func (b *Brush) Visit(p Point) error {
	if p == Origin {
		return fmt.Errorf("paint %v: %w", p, ErrNone)
	}
	b.strokes = append(b.strokes, p)
	return nil
}

var steps = Counter(2)

var First = steps()

func Step() int { return steps() }

func init() { fmt.Println("paint init", Order(), First) }
