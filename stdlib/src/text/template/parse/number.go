package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// NumberNode holds a number as every kind of number that it is a value of.
type NumberNode struct {
	NodeType
	Pos
	origin
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string // as it is in the template
}

func (n *NumberNode) String() string              { return n.Text }
func (n *NumberNode) writeTo(sb *strings.Builder) { sb.WriteString(n.Text) }

func (n *NumberNode) Copy() Node {
	c := *n
	return &c
}

// parse sets the values from the text.
func (n *NumberNode) parse(typ itemType) error {
	switch {
	case typ == itemCharConstant:
		return n.parseChar()
	case typ == itemComplex:
		var c complex128
		_, err := fmt.Sscan(n.Text, &c)
		if err == nil {
			n.setComplex(c)
		}
		return err
	case strings.HasSuffix(n.Text, "i") && n.parseImaginary():
		return nil
	}
	return n.parseReal()
}

func (n *NumberNode) parseChar() error {
	char, _, tail, err := strconv.UnquoteChar(n.Text[1:], '\'')
	if err != nil {
		return err
	}
	if tail != "'" {
		return fmt.Errorf("malformed character constant: %s", n.Text)
	}
	n.setInt(int64(char))
	n.setUint(uint64(char))
	n.setFloat(float64(char))
	return nil
}

func (n *NumberNode) parseImaginary() bool {
	f, err := strconv.ParseFloat(n.Text[:len(n.Text)-1], 64)
	if err == nil {
		n.setComplex(complex(0, f))
	}
	return err == nil
}

func (n *NumberNode) parseReal() error {
	if u, err := strconv.ParseUint(n.Text, 0, 64); err == nil {
		n.setUint(u)
		n.setFloat(float64(u))
	}
	if i, err := strconv.ParseInt(n.Text, 0, 64); err == nil {
		n.setInt(i)
		n.setFloat(float64(i))
		if i == 0 {
			n.setUint(0) // -0 was none
		}
	}
	if n.IsInt || n.IsUint {
		return nil
	}
	f, err := strconv.ParseFloat(n.Text, 64)
	if err != nil {
		return fmt.Errorf("illegal number syntax: %q", n.Text)
	}
	// What looks like an integer but is none is too large for one: 1e400 is a float, 1 and 400 zeros an error.
	if !strings.ContainsAny(n.Text, ".eEpP") {
		return fmt.Errorf("integer overflow: %q", n.Text)
	}
	n.setFloat(f)
	n.fromFloat()
	return nil
}

func (n *NumberNode) setInt(i int64)     { n.IsInt, n.Int64 = true, i }
func (n *NumberNode) setUint(u uint64)   { n.IsUint, n.Uint64 = true, u }
func (n *NumberNode) setFloat(f float64) { n.IsFloat, n.Float64 = true, f }

// fromFloat makes the number an integer too if its value is one.
func (n *NumberNode) fromFloat() {
	if i := int64(n.Float64); float64(i) == n.Float64 {
		n.setInt(i)
	}
	if u := uint64(n.Float64); float64(u) == n.Float64 {
		n.setUint(u)
	}
}

// setComplex makes the number a real one too if it has no imaginary part.
func (n *NumberNode) setComplex(c complex128) {
	n.IsComplex, n.Complex128 = true, c
	if imag(c) == 0 {
		n.setFloat(real(c))
		n.fromFloat()
	}
}
