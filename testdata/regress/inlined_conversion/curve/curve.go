package curve

type Curve interface {
	Add(x int) int
	Name() string
}

type over[P ~int] struct {
	p    P
	name string
}

func (c *over[P]) Add(x int) int { return int(c.p) + x }
func (c *over[P]) Name() string  { return c.name }

var p = &over[int]{4, "p"}

func P() Curve { return p }
