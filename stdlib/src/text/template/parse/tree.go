// Package parse makes trees of nodes of template texts. It is for text/template and html/template; programs
// use those.
package parse

import (
	"bytes"
	"fmt"
	"strings"
)

// Tree is a template in parsed form.
type Tree struct {
	Name      string
	ParseName string // of the outermost template in the text, for error texts
	Root      *ListNode
	Mode      Mode

	text string // of the outermost template
}

// Mode is a set of flags.
type Mode uint

const (
	ParseComments Mode = 1 << iota // comments become nodes
	SkipFuncCheck                  // functions need not be defined
)

// New returns an empty tree. Functions are given to Parse.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name} }

// Parse parses a text and returns the trees of all templates that it defines, by their names. The outermost has the
// name that is given. Functions must be in one of the maps.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	trees := map[string]*Tree{}
	_, err := New(name).Parse(text, leftDelim, rightDelim, trees, funcs...)
	return trees, err
}

// Parse parses a text to the tree, and adds the trees of all templates that it defines to treeSet. Empty delimiters
// are {{ and }}.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	t.ParseName, t.text = t.Name, text
	items := lex(t.Name, text, leftDelim, rightDelim, t.Mode&ParseComments != 0, !defined(funcs, "break"), !defined(funcs, "continue"))
	p := newParser(t, &parser{items: items, funcs: funcs, trees: treeSet})
	defer func() {
		if e := recover(); e != nil {
			failed, ok := e.(parseError)
			if !ok {
				panic(e)
			}
			tree, err = nil, failed.err
		}
	}()
	p.outermost()
	return t, nil
}

// Copy returns a copy of the tree.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text}
}

// IsEmptyTree tells whether nothing but space and comments is below the node.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		for _, sub := range n.Nodes {
			if !IsEmptyTree(sub) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	case *ActionNode, *IfNode, *RangeNode, *TemplateNode, *WithNode:
		return false
	default:
		panic("unknown node: " + n.String())
	}
}

// ErrorContext returns the place of a node ("name:line:column") and its text. The tree counts if the node knows none.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	tree := n.tree()
	if tree == nil {
		tree = t
	}
	before := tree.text[:n.Position()]
	column := len(before) - (strings.LastIndexByte(before, '\n') + 1)
	return fmt.Sprintf("%s:%d:%d", tree.ParseName, 1+strings.Count(before, "\n"), column), n.String()
}
