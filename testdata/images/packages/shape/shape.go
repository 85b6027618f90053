// Package shape is what the others import: small functions that are inlined elsewhere, unexported things they need there.
package shape

import (
	"errors"
	"fmt"
)

type Point struct{ X, y int }

func At(x, y int) Point           { return Point{x, y} }
func (p Point) Sum() int          { return p.X + p.y + bias() }
func (p *Point) Move(dx int)      { p.X += dx; moves++ }
func (p Point) String() string    { return fmt.Sprintf("(%d,%d)", p.X, p.y) }
func (p Point) less(q Point) bool { return p.Sum() < q.Sum() }

func bias() int { return hidden }

const (
	Big   = 1 << 100
	Ratio = 1.0 / 3
	Name  = "shape"
)

type Kind uint8

const (
	Dot Kind = iota + 1
	Line
)

func (k Kind) String() string { return [...]string{"?", "dot", "line"}[k] }

var (
	hidden  = 7
	moves   int
	ErrNone = errors.New("no shape")
	Origin  = Point{}
	Table   = map[string]Kind{"dot": Dot, "line": Line}
	order   = append([]string{"shape vars"}, more()...)
)

func more() []string { return []string{"shape more"} }

func init() { order = append(order, "shape init") }

func Order() []string { return order }
func Moves() int      { return moves }

// Less is inlined where it is called, with less and Sum in it.
func Less(p, q Point) bool { return p.less(q) }

// Counter returns a closure over a variable of its own; each call adds step.
func Counter(step int) func() int {
	n := 0
	return func() int { n += step; return n }
}

// Any returns a value of a type that nobody else can name.
func Any(n int) any {
	type local struct{ N int }
	return local{n}
}

// Base is embedded elsewhere: its methods are promoted there.
type Base struct{ tag string }

func NewBase(tag string) *Base                     { return &Base{tag} }
func (b *Base) Tag() string                        { return b.tag }
func (b Base) hidden() string                      { return "hidden " + b.tag }
func Hidden(h interface{ hidden() string }) string { return h.hidden() }

type Visitor interface {
	Visit(p Point) error
	tagger
}
type tagger interface{ Tag() string }
