package parse

import (
	"strconv"
	"strings"
)

// Node is a part of a template's tree.
type Node interface {
	Type() NodeType
	String() string
	// Copy returns a copy of the node and of all below it.
	Copy() Node
	Position() Pos

	tree() *Tree // the tree whose text the node was made from, nil if it was made by hand
	writeTo(*strings.Builder)
}

// NodeType tells the kinds of nodes apart.
type NodeType int

// Type returns itself: nodes get the method by embedding their type.
func (t NodeType) Type() NodeType { return t }

const (
	NodeText       NodeType = iota // text outside actions
	NodeAction                     // an action that is not one of control
	NodeBool                       // true or false
	NodeChain                      // fields of the value of another node
	NodeCommand                    // one stage of a pipeline
	NodeDot                        // .
	nodeElse                       // {{else}}: seen by the parser only
	nodeEnd                        // {{end}}: seen by the parser only
	NodeField                      // .A.B
	NodeIdentifier                 // the name of a function
	NodeIf                         // {{if}}
	NodeList                       // nodes that follow each other
	NodeNil                        // nil
	NodeNumber                     // a number or character
	NodePipe                       // stages of a pipeline
	NodeRange                      // {{range}}
	NodeString                     // a quoted string
	NodeTemplate                   // {{template}}
	NodeVariable                   // $x
	NodeWith                       // {{with}}
	NodeComment                    // {{/* */}}
	NodeBreak                      // {{break}}
	NodeContinue                   // {{continue}}
)

// Pos is an offset in bytes in the text of the outermost template.
type Pos int

// Position returns itself: nodes get the method by embedding their position.
func (p Pos) Position() Pos { return p }

// origin is the tree that a node was made for.
type origin struct{ tr *Tree }

func (o origin) tree() *Tree { return o.tr }

// copyOf returns a copy of a node that has none below it.
func copyOf[T any, P interface {
	*T
	Node
}](n P) Node {
	c := *n
	return P(&c)
}

func nodeString(n Node) string {
	var sb strings.Builder
	n.writeTo(&sb)
	return sb.String()
}

// ListNode holds nodes that follow each other.
type ListNode struct {
	NodeType
	Pos
	origin
	Nodes []Node
}

func (l *ListNode) append(n Node)  { l.Nodes = append(l.Nodes, n) }
func (l *ListNode) String() string { return nodeString(l) }
func (l *ListNode) Copy() Node     { return l.CopyList() }

func (l *ListNode) writeTo(sb *strings.Builder) {
	for _, n := range l.Nodes {
		n.writeTo(sb)
	}
}

// CopyList is Copy with the type known. The copy of nil is nil.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	c := *l
	c.Nodes = copyNodes(l.Nodes)
	return &c
}

func copyNodes(nodes []Node) []Node {
	var c []Node
	for _, n := range nodes {
		c = append(c, n.Copy())
	}
	return c
}

// textFormat is how text nodes are shown; tests want it quoted.
var textFormat = "%s"

// TextNode holds plain text.
type TextNode struct {
	NodeType
	Pos
	origin
	Text []byte
}

func (t *TextNode) String() string { return nodeString(t) }

func (t *TextNode) writeTo(sb *strings.Builder) {
	if textFormat == "%q" {
		sb.WriteString(strconv.Quote(string(t.Text)))
		return
	}
	sb.Write(t.Text)
}

func (t *TextNode) Copy() Node {
	c := *t
	c.Text = append([]byte{}, t.Text...)
	return &c
}

// CommentNode holds a comment, with its marks.
type CommentNode struct {
	NodeType
	Pos
	origin
	Text string
}

func (c *CommentNode) String() string              { return nodeString(c) }
func (c *CommentNode) writeTo(sb *strings.Builder) { writeAll(sb, "{{", c.Text, "}}") }

func (c *CommentNode) Copy() Node { return copyOf(c) }

func writeAll(sb *strings.Builder, parts ...string) {
	for _, p := range parts {
		sb.WriteString(p)
	}
}

// PipeNode holds a pipeline: commands, and the variables that get the value of the last.
type PipeNode struct {
	NodeType
	Pos
	origin
	Line     int // in the text; ErrorContext tells it better
	IsAssign bool
	Decl     []*VariableNode
	Cmds     []*CommandNode
}

func (p *PipeNode) append(c *CommandNode) { p.Cmds = append(p.Cmds, c) }
func (p *PipeNode) String() string        { return nodeString(p) }
func (p *PipeNode) Copy() Node            { return p.CopyPipe() }

func (p *PipeNode) writeTo(sb *strings.Builder) {
	for i, v := range p.Decl {
		if i > 0 {
			sb.WriteString(", ")
		}
		v.writeTo(sb)
	}
	if len(p.Decl) > 0 {
		sb.WriteString(" := ")
	}
	for i, c := range p.Cmds {
		if i > 0 {
			sb.WriteString(" | ")
		}
		c.writeTo(sb)
	}
}

// CopyPipe is Copy with the type known. The copy of nil is nil.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	c := *p
	c.Decl, c.Cmds = nil, nil
	for _, v := range p.Decl {
		c.Decl = append(c.Decl, v.Copy().(*VariableNode))
	}
	for _, cmd := range p.Cmds {
		c.append(cmd.Copy().(*CommandNode))
	}
	return &c
}

// ActionNode holds an action whose value is printed, if it is not given to variables.
type ActionNode struct {
	NodeType
	Pos
	origin
	Line int
	Pipe *PipeNode
}

func (a *ActionNode) String() string { return nodeString(a) }

func (a *ActionNode) writeTo(sb *strings.Builder) {
	sb.WriteString("{{")
	a.Pipe.writeTo(sb)
	sb.WriteString("}}")
}

func (a *ActionNode) Copy() Node {
	c := *a
	c.Pipe = a.Pipe.CopyPipe()
	return &c
}

// CommandNode holds one stage of a pipeline: a function, method or value, and its arguments.
type CommandNode struct {
	NodeType
	Pos
	origin
	Args []Node
}

func (c *CommandNode) append(arg Node) { c.Args = append(c.Args, arg) }
func (c *CommandNode) String() string  { return nodeString(c) }

func (c *CommandNode) writeTo(sb *strings.Builder) {
	for i, arg := range c.Args {
		if i > 0 {
			sb.WriteByte(' ')
		}
		writeOperand(sb, arg)
	}
}

// writeOperand puts pipelines in parentheses.
func writeOperand(sb *strings.Builder, n Node) {
	if _, ok := n.(*PipeNode); !ok {
		n.writeTo(sb)
		return
	}
	sb.WriteByte('(')
	n.writeTo(sb)
	sb.WriteByte(')')
}

func (c *CommandNode) Copy() Node {
	if c == nil {
		return c
	}
	d := *c
	d.Args = copyNodes(c.Args)
	return &d
}

// IdentifierNode holds the name of a function.
type IdentifierNode struct {
	NodeType
	Pos
	origin
	Ident string
}

// NewIdentifier returns a node for a name, which has no place in a text yet.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos gives the node its position, and returns the node.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree gives the node its tree, and returns the node.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tr = t
	return i
}

func (i *IdentifierNode) String() string              { return i.Ident }
func (i *IdentifierNode) writeTo(sb *strings.Builder) { sb.WriteString(i.Ident) }

func (i *IdentifierNode) Copy() Node { return copyOf(i) }

// VariableNode holds a variable, with its dollar sign, and fields of its value.
type VariableNode struct {
	NodeType
	Pos
	origin
	Ident []string
}

func (v *VariableNode) String() string              { return nodeString(v) }
func (v *VariableNode) writeTo(sb *strings.Builder) { sb.WriteString(strings.Join(v.Ident, ".")) }

func (v *VariableNode) Copy() Node {
	c := *v
	c.Ident = append([]string{}, v.Ident...)
	return &c
}

// DotNode is the dot.
type DotNode struct {
	NodeType
	Pos
	origin
}

// Type is NodeDot, also of a node that was made by hand.
func (d *DotNode) Type() NodeType              { return NodeDot }
func (d *DotNode) String() string              { return "." }
func (d *DotNode) writeTo(sb *strings.Builder) { sb.WriteByte('.') }
func (d *DotNode) Copy() Node                  { return copyOf(d) }

// NilNode is the word nil.
type NilNode struct {
	NodeType
	Pos
	origin
}

// Type is NodeNil, also of a node that was made by hand.
func (n *NilNode) Type() NodeType              { return NodeNil }
func (n *NilNode) String() string              { return "nil" }
func (n *NilNode) writeTo(sb *strings.Builder) { sb.WriteString("nil") }
func (n *NilNode) Copy() Node                  { return copyOf(n) }

// FieldNode holds names of fields of the dot, without their dots.
type FieldNode struct {
	NodeType
	Pos
	origin
	Ident []string
}

func (f *FieldNode) String() string              { return nodeString(f) }
func (f *FieldNode) writeTo(sb *strings.Builder) { writeFields(sb, f.Ident) }

func writeFields(sb *strings.Builder, names []string) {
	for _, name := range names {
		writeAll(sb, ".", name)
	}
}

func (f *FieldNode) Copy() Node {
	c := *f
	c.Ident = append([]string{}, f.Ident...)
	return &c
}

// ChainNode holds names of fields of the value of another node, without their dots.
type ChainNode struct {
	NodeType
	Pos
	origin
	Node  Node
	Field []string
}

// Add adds a field, which begins with a dot.
func (c *ChainNode) Add(field string) {
	if field == "" || field[0] != '.' {
		panic("no dot in field")
	}
	field = field[1:]
	if field == "" {
		panic("empty field")
	}
	c.Field = append(c.Field, field)
}

func (c *ChainNode) String() string { return nodeString(c) }

func (c *ChainNode) writeTo(sb *strings.Builder) {
	writeOperand(sb, c.Node)
	writeFields(sb, c.Field)
}

func (c *ChainNode) Copy() Node {
	d := *c
	d.Field = append([]string{}, c.Field...)
	return &d
}

// BoolNode holds true or false.
type BoolNode struct {
	NodeType
	Pos
	origin
	True bool
}

func (b *BoolNode) String() string              { return strconv.FormatBool(b.True) }
func (b *BoolNode) writeTo(sb *strings.Builder) { sb.WriteString(b.String()) }
func (b *BoolNode) Copy() Node                  { return copyOf(b) }

// StringNode holds a string.
type StringNode struct {
	NodeType
	Pos
	origin
	Quoted string // as it is in the text
	Text   string // what it means
}

func (s *StringNode) String() string              { return s.Quoted }
func (s *StringNode) writeTo(sb *strings.Builder) { sb.WriteString(s.Quoted) }
func (s *StringNode) Copy() Node                  { return copyOf(s) }
