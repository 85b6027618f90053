// Package template fills in texts that have actions between {{ and }}. An action prints a value, or is one of
// control: if, range, with, template, block, define, break, continue.
//
// A value is found in the data that Execute gets: . is the data, or what with and range make of it; .Name is a field,
// method or map entry of it; $x is a variable; "f x y" calls a function. The value of a command is the last argument
// of the command behind the next |.
//
// Templates that are associated with each other share names, functions and options, and use each other by
// {{template "name"}}.
package template

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"
)

// Template is a text in parsed form. The tree is for html/template.
type Template struct {
	name string
	*parse.Tree
	*common
	leftDelim  string
	rightDelim string
}

// common is what associated templates share.
type common struct {
	muTmpl sync.RWMutex // for tmpl
	tmpl   map[string]*Template

	muFuncs    sync.RWMutex // for both maps of functions
	parseFuncs FuncMap
	execFuncs  map[string]reflect.Value

	option option
}

// New returns a template without text.
func New(name string) *Template {
	t := &Template{name: name}
	t.init()
	return t
}

// Must panics if there is an error: for templates that are made when a program starts.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// init makes t usable, which may be new(Template).
func (t *Template) init() {
	if t.common == nil {
		t.common = &common{
			tmpl:       map[string]*Template{},
			parseFuncs: FuncMap{},
			execFuncs:  map[string]reflect.Value{},
		}
	}
}

// Name returns the name of the template.
func (t *Template) Name() string { return t.name }

// New returns a template without text that is associated with t, with the same delimiters.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, common: t.common, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
}

// Clone returns a copy of t, associated with copies of the templates that t is associated with. Texts parsed into
// the copy do not change t.
func (t *Template) Clone() (*Template, error) {
	c := &Template{name: t.name, Tree: t.Tree, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
	c.init()
	if t.common == nil {
		return c, nil
	}
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	for name, other := range t.tmpl {
		if name == t.name {
			c.tmpl[name] = c
			continue
		}
		o := *other
		o.common = c.common
		c.tmpl[name] = &o
	}
	t.muFuncs.RLock()
	defer t.muFuncs.RUnlock()
	for name, f := range t.parseFuncs {
		c.parseFuncs[name] = f
	}
	for name, f := range t.execFuncs {
		c.execFuncs[name] = f
	}
	return c, nil
}

// AddParseTree makes a tree the text of t, or of the associated template of another name.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.muTmpl.Lock()
	defer t.muTmpl.Unlock()
	named := t
	if name != t.name {
		named = t.New(name)
	}
	if t.associate(named, tree) || named.Tree == nil {
		named.Tree = tree
	}
	return named, nil
}

// associate puts other, whose text is to be tree, into t's names. It returns false if an empty tree is to take the
// place of a text. REQUIRES: muTmpl is held.
func (t *Template) associate(other *Template, tree *parse.Tree) bool {
	if other.common != t.common {
		panic("internal error: associate not common")
	}
	old := t.tmpl[other.name]
	if old != nil && old.Tree != nil && parse.IsEmptyTree(tree.Root) {
		return false
	}
	t.tmpl[other.name] = other
	return true
}

// Templates returns all templates associated with t that have a text, and t itself if it has one.
func (t *Template) Templates() []*Template {
	if t.common == nil {
		return nil
	}
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	all := make([]*Template, 0, len(t.tmpl))
	for _, other := range t.tmpl {
		all = append(all, other)
	}
	return all
}

// DefinedTemplates lists the names of Templates for error texts: "; defined templates are: " and so on, or "".
func (t *Template) DefinedTemplates() string {
	if t.common == nil {
		return ""
	}
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	var names []string
	for name, other := range t.tmpl {
		if other.Tree != nil && other.Root != nil {
			names = append(names, fmt.Sprintf("%q", name))
		}
	}
	if names == nil {
		return ""
	}
	return "; defined templates are: " + strings.Join(names, ", ")
}

// Delims sets what actions begin and end with in texts parsed from now on, and returns t. "" is {{ or }}.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.leftDelim, t.rightDelim = left, right
	return t
}

// Funcs adds functions, which texts parsed from now on may use, and returns t. It panics if one of them is no
// function, has a name that cannot be written, or results that Execute can make nothing of.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.muFuncs.Lock()
	defer t.muFuncs.Unlock()
	addValueFuncs(t.execFuncs, funcMap)
	for name, f := range funcMap {
		t.parseFuncs[name] = f
	}
	return t
}

// Lookup returns the template of that name associated with t, nil if there is none.
func (t *Template) Lookup(name string) *Template {
	if t.common == nil {
		return nil
	}
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	return t.tmpl[name]
}

// Parse makes text the template's. The templates that it defines become associated with t. Later texts may define
// templates anew; a definition of nothing but space and comments takes no other's place.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.muFuncs.RLock()
	trees, err := parse.Parse(t.name, text, t.leftDelim, t.rightDelim, t.parseFuncs, builtins())
	t.muFuncs.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}
