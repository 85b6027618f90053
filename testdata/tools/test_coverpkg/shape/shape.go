// Package shape has shapes.
package shape

type Square struct{ Side int }

func (s Square) Corners() int { return 4 }

func Grow(s Square, by int) Square {
	if by < 0 {
		return s
	}
	return Square{s.Side + by}
}
