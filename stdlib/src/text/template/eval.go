package template

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

var (
	errorType    = reflect.TypeOf(new(error)).Elem()
	stringerType = reflect.TypeOf(new(fmt.Stringer)).Elem()
	valueType    = reflect.TypeOf(reflect.Value{})
)

// given is what an operand is given besides the dot: arguments, and the value of the command before it.
type given struct {
	args  []parse.Node
	final *reflect.Value // nil if there is no command before
	at    parse.Node     // what failed, if a call does; nil for the operand itself
}

func (g given) isNothing() bool { return len(g.args) == 0 && g.final == nil }

// pipeline returns the value of the last command, which is also given to the pipeline's variables. New ones stay on the stack:
// the caller pops them.
func (x *execution) pipeline(dot reflect.Value, pipe *parse.PipeNode) (value reflect.Value) {
	if pipe == nil {
		return value
	}
	x.at(pipe)
	for i, c := range pipe.Cmds {
		g := given{args: c.Args[1:], at: c}
		if i > 0 {
			before := value
			g.final = &before
		}
		value = x.operand(dot, c.Args[0], g)
		if value.Kind() == reflect.Interface && value.NumMethod() == 0 {
			value = value.Elem()
		}
	}
	for _, v := range pipe.Decl {
		if name := v.Ident[0]; pipe.IsAssign {
			x.find(name).value = value
		} else {
			x.vars = append(x.vars, variable{name, value})
		}
	}
	return value
}

// operand evaluates a command, or an argument that is no literal.
func (x *execution) operand(dot reflect.Value, n parse.Node, g given) reflect.Value {
	x.at(n)
	switch n := n.(type) {
	case *parse.FieldNode:
		return x.names(dot, dot, n, n.Ident, g)
	case *parse.VariableNode:
		v := x.find(n.Ident[0]).value
		if len(n.Ident) > 1 {
			return x.names(dot, v, n, n.Ident[1:], g)
		}
		x.wantNothing(n, g)
		return v
	case *parse.ChainNode:
		return x.chain(dot, n, g)
	case *parse.IdentifierNode:
		f, isBuiltin, ok := findFunction(n.Ident, x.tmpl)
		if !ok {
			x.errorf("%q is not a defined function", n.Ident)
		}
		if g.at == nil {
			g.at = n
		}
		return x.call(dot, f, isBuiltin, n.Ident, g)
	}
	x.wantNothing(n, g)
	switch n := n.(type) {
	case *parse.PipeNode:
		return x.pipeline(dot, n)
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		x.errorf("nil is not a command")
	}
	return x.literal(n)
}

// wantNothing complains about arguments of what takes none.
func (x *execution) wantNothing(n parse.Node, g given) {
	if !g.isNothing() {
		x.errorf("can't give argument to non-function %s", n)
	}
}

// literal returns a constant as the type that Go gives it where nothing else says which it is.
func (x *execution) literal(n parse.Node) (v reflect.Value) {
	switch n := n.(type) {
	case *parse.BoolNode:
		v = reflect.ValueOf(n.True)
	case *parse.StringNode:
		v = reflect.ValueOf(n.Text)
	case *parse.NumberNode:
		x.at(n)
		switch {
		case n.IsComplex:
			v = reflect.ValueOf(n.Complex128)
		case n.IsFloat && looksLikeFloat(n.Text):
			v = reflect.ValueOf(n.Float64)
		case n.IsInt:
			v = reflect.ValueOf(int(n.Int64))
		case n.IsUint:
			x.errorf("%s overflows int", n.Text)
		}
	default:
		x.errorf("can't evaluate command %q", n)
	}
	return v
}

func looksLikeFloat(text string) bool {
	if text[0] == '\'' {
		return false
	}
	if len(text) > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') {
		return strings.ContainsAny(text, "pP")
	}
	return strings.ContainsAny(text, ".eEpP")
}

// chain evaluates names behind something in parentheses or a function.
func (x *execution) chain(dot reflect.Value, n *parse.ChainNode, g given) reflect.Value {
	if len(n.Field) == 0 {
		x.errorf("internal error: no fields in evalChainNode")
	}
	if _, isNil := n.Node.(*parse.NilNode); isNil {
		x.errorf("indirection through explicit nil in %s", n)
	}
	return x.names(dot, x.operand(dot, n.Node, given{}), n, n.Field, g)
}

// names evaluates names behind a value. The last may be that of a method, which gets the arguments.
func (x *execution) names(dot, value reflect.Value, n parse.Node, list []string, g given) reflect.Value {
	g.at = n
	for len(list) > 1 {
		value = x.name(dot, value, list[0], given{at: n})
		list = list[1:]
	}
	return x.name(dot, value, list[0], g)
}

// name evaluates a name behind a value: a method, a field of a struct or an entry of a map.
func (x *execution) name(dot, value reflect.Value, name string, g given) reflect.Value {
	if !value.IsValid() {
		if x.tmpl.option.missingKey == mapError {
			x.errorf("nil data; no entry for key %q", name)
		}
		return value
	}
	typ := value.Type()
	value, isNil := indirect(value)
	if isNil && value.Kind() == reflect.Interface {
		x.errorf("nil pointer evaluating %s.%s", typ, name)
	}
	if m := methodOf(value, name); m.IsValid() {
		return x.call(dot, m, false, name, g)
	}
	switch value.Kind() {
	case reflect.Struct:
		if f, ok := value.Type().FieldByName(name); ok {
			return x.field(value, f, typ, g)
		}
	case reflect.Map:
		if reflect.TypeOf(name).AssignableTo(value.Type().Key()) {
			if !g.isNothing() {
				x.errorf("%s is not a method but has arguments", name)
			}
			return x.entry(value, name)
		}
	case reflect.Pointer: // it is nil. If there is no such field, that is the better complaint.
		elem := value.Type().Elem()
		known := elem.Kind() != reflect.Struct
		if !known {
			_, known = elem.FieldByName(name)
		}
		if known {
			x.errorf("nil pointer evaluating %s.%s", typ, name)
		}
	}
	x.errorf("can't evaluate field %s in type %s", name, typ)
	return value
}

// methodOf returns a method of a value, or of a pointer to it.
func methodOf(v reflect.Value, name string) reflect.Value {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
	default:
		if v.CanAddr() {
			v = v.Addr()
		}
	}
	return v.MethodByName(name)
}

func (x *execution) field(v reflect.Value, f reflect.StructField, typ reflect.Type, g given) reflect.Value {
	value, err := v.FieldByIndexErr(f.Index)
	switch {
	case !f.IsExported():
		x.errorf("%s is an unexported field of struct type %s", f.Name, typ)
	case err != nil:
		x.errorf("%v", err)
	case !g.isNothing():
		x.errorf("%s has arguments but cannot be invoked as function", f.Name)
	}
	return value
}

func (x *execution) entry(m reflect.Value, name string) reflect.Value {
	value := m.MapIndex(reflect.ValueOf(name))
	if !value.IsValid() {
		switch action := x.tmpl.option.missingKey; action {
		case mapZeroValue:
			value = reflect.Zero(m.Type().Elem())
		case mapError:
			x.errorf("map has no entry for key %q", name)
		}
	}
	return value
}

// indirect follows pointers and interfaces to a value that is neither, or to the first that is nil.
func indirect(v reflect.Value) (_ reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// inside returns what is in an interface, no value if nothing is.
func inside(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}
