package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"text/template/parse"
)

// maxExecDepth is how deep templates may use each other: an error is better than a stack that overflows.
var maxExecDepth = 100000

// execution is one execution of a template. Each {{template}} gets a copy with variables of its own.
type execution struct {
	tmpl  *Template
	wr    io.Writer
	node  parse.Node // what is being executed, for error texts
	vars  []variable
	depth int // of templates that use each other
}

type variable struct {
	name  string
	value reflect.Value
}

// ExecError is an error of Execute that the template is to blame for. Errors of writing are none.
type ExecError struct {
	Name string // of the template
	Err  error
}

func (e ExecError) Error() string { return e.Err.Error() }

func (e ExecError) Unwrap() error { return e.Err }

// writeError is the panic that ends execution if writing has failed.
type writeError struct{ err error }

// errorf ends execution.
func (x *execution) errorf(format string, args ...any) {
	name := x.tmpl.Name()
	prefix := "template: " + name + ": "
	if x.node != nil {
		location, context := x.tmpl.ErrorContext(x.node)
		prefix = fmt.Sprintf("template: %s: executing %q at <%s>: ", location, name, context)
	}
	panic(ExecError{name, fmt.Errorf(strings.ReplaceAll(prefix, "%", "%%")+format, args...)})
}

func errRecover(errp *error) {
	switch e := recover().(type) {
	case nil:
	case writeError:
		*errp = e.err
	case ExecError:
		*errp = e
	default:
		panic(e)
	}
}

// ExecuteTemplate is Execute of the template of that name that is associated with t.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	tmpl := t.Lookup(name)
	if tmpl == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return tmpl.Execute(wr, data)
}

// Execute fills in the template and writes the text to wr. It stops at the first error, when a part may have been
// written. Data may be a reflect.Value, which stands for what is in it.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	defer errRecover(&err)
	value, ok := data.(reflect.Value)
	if !ok {
		value = reflect.ValueOf(data)
	}
	x := &execution{tmpl: t, wr: wr, vars: []variable{{"$", value}}}
	if t.Tree == nil || t.Root == nil {
		x.errorf("%q is an incomplete or empty template", t.Name())
	}
	x.walk(value, t.Root)
	return nil
}

func (x *execution) at(n parse.Node) { x.node = n }

// mark returns a point to pop variables to.
func (x *execution) mark() int { return len(x.vars) }

func (x *execution) pop(mark int) { x.vars = x.vars[:mark] }

// find returns the innermost variable of that name.
func (x *execution) find(name string) *variable {
	for i := len(x.vars) - 1; i >= 0; i-- {
		if x.vars[i].name == name {
			return &x.vars[i]
		}
	}
	x.errorf("undefined variable: %s", name)
	return nil
}

// control says how a list was left.
type control uint8

const (
	goOn control = iota
	breakLoop
	continueLoop
)

// walk executes a node. It does not go on behind {{break}} and {{continue}}, but leaves them to the loop around.
func (x *execution) walk(dot reflect.Value, n parse.Node) control {
	x.at(n)
	switch n := n.(type) {
	case *parse.ActionNode:
		value := x.pipeline(dot, n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			x.printValue(n, value)
		}
	case *parse.TextNode:
		if _, err := x.wr.Write(n.Text); err != nil {
			panic(writeError{err})
		}
	case *parse.ListNode:
		for _, sub := range n.Nodes {
			if c := x.walk(dot, sub); c != goOn {
				return c
			}
		}
	case *parse.IfNode:
		return x.walkIfOrWith(dot, &n.BranchNode)
	case *parse.WithNode:
		return x.walkIfOrWith(dot, &n.BranchNode)
	case *parse.RangeNode:
		return x.walkRange(dot, n)
	case *parse.TemplateNode:
		x.walkTemplate(dot, n)
	case *parse.BreakNode:
		return breakLoop
	case *parse.ContinueNode:
		return continueLoop
	case *parse.CommentNode:
	default:
		x.errorf("unknown node: %s", n)
	}
	return goOn
}

func (x *execution) walkIfOrWith(dot reflect.Value, b *parse.BranchNode) (c control) {
	mark := x.mark()
	value := x.pipeline(dot, b.Pipe)
	truth, ok := isTrue(inside(value))
	if !ok {
		x.errorf("if/with can't use %v", value)
	}
	if truth {
		if b.NodeType == parse.NodeWith {
			dot = value
		}
		c = x.walk(dot, b.List)
	} else if b.ElseList != nil {
		c = x.walk(dot, b.ElseList)
	}
	x.pop(mark)
	return c
}

// IsTrue tells whether if takes the first branch for a value, and whether it takes the value at all. Values are true
// unless they are zero or empty; structs always are.
func IsTrue(val any) (truth, ok bool) { return isTrue(reflect.ValueOf(val)) }

func isTrue(v reflect.Value) (truth, ok bool) {
	switch v.Kind() {
	case reflect.Invalid:
		return false, true
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Struct:
		return true, true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true // unlike IsZero, not for the minus of -0
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	default:
		return !v.IsZero(), true
	}
}

// loop is an execution of {{range}}.
type loop struct {
	*execution
	node *parse.RangeNode
	mark int // above the loop's variables
}

// once executes the list for an element. It returns false if that has left the loop.
func (l *loop) once(index, elem reflect.Value) bool {
	switch len(l.node.Pipe.Decl) {
	case 1:
		l.set(0, elem)
	case 2:
		l.set(0, index)
		l.set(1, elem)
	}
	c := l.walk(elem, l.node.List)
	l.pop(l.mark)
	return c != breakLoop
}

// set gives the loop's variable i its value.
func (l *loop) set(i int, value reflect.Value) {
	pipe := l.node.Pipe
	if pipe.IsAssign {
		l.find(pipe.Decl[i].Ident[0]).value = value
	} else {
		l.vars[l.mark-len(pipe.Decl)+i].value = value
	}
}

func (x *execution) walkRange(dot reflect.Value, r *parse.RangeNode) (c control) {
	mark := x.mark()
	value, _ := indirect(x.pipeline(dot, r.Pipe))
	l := &loop{x, r, x.mark()}
	if !l.walkElems(value) && r.ElseList != nil {
		c = x.walk(dot, r.ElseList)
	}
	x.pop(mark)
	return c
}

// walkElems executes the list for each element of a value. It returns false if there are none.
func (l *loop) walkElems(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		n := v.Len()
		for i := 0; i < n && l.once(reflect.ValueOf(i), v.Index(i)); i++ {
		}
		return n > 0
	case reflect.Map:
		entries := sortedEntries(v)
		for _, e := range entries {
			if !l.once(e.key, e.elem) {
				break
			}
		}
		return len(entries) > 0
	case reflect.Chan:
		return l.walkChan(v)
	case reflect.Invalid:
		return false
	default:
		l.errorf("range can't iterate over %v", v)
		return false
	}
}

func (l *loop) walkChan(v reflect.Value) bool {
	if v.IsNil() {
		return false
	}
	if v.Type().ChanDir() == reflect.SendDir {
		l.errorf("range over send-only channel %v", v)
	}
	for i := 0; ; i++ {
		elem, ok := v.Recv()
		if !ok {
			return i > 0
		}
		if !l.once(reflect.ValueOf(i), elem) {
			return true
		}
	}
}

func (x *execution) walkTemplate(dot reflect.Value, n *parse.TemplateNode) {
	tmpl := x.tmpl.Lookup(n.Name)
	if tmpl == nil {
		x.errorf("template %q not defined", n.Name)
	}
	if x.depth == maxExecDepth {
		x.errorf("exceeded maximum template depth (%v)", maxExecDepth)
	}
	dot = x.pipeline(dot, n.Pipe)
	inner := *x
	inner.depth++
	inner.tmpl = tmpl
	inner.vars = []variable{{"$", dot}}
	inner.walk(dot, tmpl.Root)
}

// printValue writes a value as fmt.Print does, or what a pointer points to.
func (x *execution) printValue(n parse.Node, v reflect.Value) {
	x.at(n)
	shown, ok := printableValue(v)
	if !ok {
		x.errorf("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(x.wr, shown); err != nil {
		panic(writeError{err})
	}
}

func implementsPrint(t reflect.Type) bool {
	return t.Implements(errorType) || t.Implements(stringerType)
}

// printableValue returns what fmt is to print for a value. Channels and functions are not printable.
func printableValue(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = indirect(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if !implementsPrint(v.Type()) {
		if v.CanAddr() && implementsPrint(reflect.PointerTo(v.Type())) {
			v = v.Addr()
		} else if k := v.Kind(); k == reflect.Chan || k == reflect.Func {
			return nil, false
		}
	}
	return v.Interface(), true
}
