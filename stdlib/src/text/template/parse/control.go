package parse

import (
	"strconv"
	"strings"
)

// endNode is an {{end}}. The parser takes it away when it has closed what it ends.
type endNode struct {
	NodeType
	Pos
	origin
}

func (e *endNode) String() string              { return "{{end}}" }
func (e *endNode) writeTo(sb *strings.Builder) { sb.WriteString("{{end}}") }
func (e *endNode) Copy() Node                  { return copyOf(e) }

// elseNode is an {{else}}. The parser takes it away as it does an endNode.
type elseNode struct {
	NodeType
	Pos
	origin
	Line int
}

func (e *elseNode) String() string              { return "{{else}}" }
func (e *elseNode) writeTo(sb *strings.Builder) { sb.WriteString("{{else}}") }
func (e *elseNode) Copy() Node                  { return copyOf(e) }

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	origin
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode // nil if there is no {{else}}
}

func (b *BranchNode) String() string { return nodeString(b) }

func (b *BranchNode) writeTo(sb *strings.Builder) {
	var name string
	switch b.NodeType {
	case NodeIf:
		name = "if "
	case NodeRange:
		name = "range "
	case NodeWith:
		name = "with "
	default:
		panic("unknown branch type")
	}
	writeAll(sb, "{{", name)
	b.Pipe.writeTo(sb)
	sb.WriteString("}}")
	b.List.writeTo(sb)
	if b.ElseList != nil {
		sb.WriteString("{{else}}")
		b.ElseList.writeTo(sb)
	}
	sb.WriteString("{{end}}")
}

func (b *BranchNode) copyBranch() BranchNode {
	c := *b
	c.Pipe, c.List, c.ElseList = b.Pipe.CopyPipe(), b.List.CopyList(), b.ElseList.CopyList()
	return c
}

// Copy returns the node that the branch belongs to: an IfNode, RangeNode or WithNode.
func (b *BranchNode) Copy() Node {
	switch b.NodeType {
	case NodeIf:
		return &IfNode{b.copyBranch()}
	case NodeRange:
		return &RangeNode{b.copyBranch()}
	case NodeWith:
		return &WithNode{b.copyBranch()}
	default:
		panic("unknown branch type")
	}
}

// IfNode is an {{if}}.
type IfNode struct{ BranchNode }

func (i *IfNode) Copy() Node { return &IfNode{i.copyBranch()} }

// RangeNode is a {{range}}.
type RangeNode struct{ BranchNode }

func (r *RangeNode) Copy() Node { return &RangeNode{r.copyBranch()} }

// WithNode is a {{with}}.
type WithNode struct{ BranchNode }

func (w *WithNode) Copy() Node { return &WithNode{w.copyBranch()} }

// BreakNode is a {{break}}.
type BreakNode struct {
	origin
	NodeType
	Pos
	Line int
}

func (b *BreakNode) String() string              { return "{{break}}" }
func (b *BreakNode) writeTo(sb *strings.Builder) { sb.WriteString("{{break}}") }
func (b *BreakNode) Copy() Node                  { return copyOf(b) }

// ContinueNode is a {{continue}}.
type ContinueNode struct {
	origin
	NodeType
	Pos
	Line int
}

func (c *ContinueNode) String() string              { return "{{continue}}" }
func (c *ContinueNode) writeTo(sb *strings.Builder) { sb.WriteString("{{continue}}") }
func (c *ContinueNode) Copy() Node                  { return copyOf(c) }

// TemplateNode is a {{template}}, or the place where a {{block}} was defined.
type TemplateNode struct {
	NodeType
	Pos
	origin
	Line int
	Name string
	Pipe *PipeNode // what the dot is inside; may be nil
}

func (t *TemplateNode) String() string { return nodeString(t) }

func (t *TemplateNode) writeTo(sb *strings.Builder) {
	writeAll(sb, "{{template ", strconv.Quote(t.Name))
	if t.Pipe != nil {
		sb.WriteByte(' ')
		t.Pipe.writeTo(sb)
	}
	sb.WriteString("}}")
}

func (t *TemplateNode) Copy() Node {
	c := *t
	c.Pipe = t.Pipe.CopyPipe()
	return &c
}
