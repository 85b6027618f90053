package template

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

var (
	errorType        = reflect.TypeOf((*error)(nil)).Elem()
	stringerType     = reflect.TypeOf((*fmt.Stringer)(nil)).Elem()
	reflectValueType = reflect.TypeOf(reflect.Value{})
)

// evalPipeline returns the value of the last command, which is also given to the pipeline's variables. New ones stay
// on the stack: the caller pops them.
func (s *state) evalPipeline(dot reflect.Value, pipe *parse.PipeNode) reflect.Value {
	if pipe == nil {
		return reflect.Value{}
	}
	s.at(pipe)
	var value reflect.Value
	var final *reflect.Value
	for _, cmd := range pipe.Cmds {
		value = s.evalCommand(dot, cmd, final)
		if value.Kind() == reflect.Interface && value.NumMethod() == 0 {
			value = value.Elem()
		}
		before := value
		final = &before
	}
	for _, v := range pipe.Decl {
		if pipe.IsAssign {
			s.find(v.Ident[0]).value = value
		} else {
			s.push(v.Ident[0], value)
		}
	}
	return value
}

// notAFunction complains about arguments of what takes none.
func (s *state) notAFunction(args []parse.Node, final *reflect.Value) {
	if len(args) > 1 || final != nil {
		s.errorf("can't give argument to non-function %s", args[0])
	}
}

// evalCommand evaluates a command. final is the value of the command before it, nil if this is the first.
func (s *state) evalCommand(dot reflect.Value, cmd *parse.CommandNode, final *reflect.Value) reflect.Value {
	switch n := cmd.Args[0].(type) {
	case *parse.FieldNode:
		return s.evalFieldNode(dot, n, cmd.Args, final)
	case *parse.ChainNode:
		return s.evalChainNode(dot, n, cmd.Args, final)
	case *parse.IdentifierNode:
		return s.evalFunction(dot, n, cmd, cmd.Args, final)
	case *parse.VariableNode:
		return s.evalVariableNode(dot, n, cmd.Args, final)
	case *parse.PipeNode:
		s.notAFunction(cmd.Args, final)
		return s.evalPipeline(dot, n)
	}
	s.at(cmd.Args[0])
	s.notAFunction(cmd.Args, final)
	switch n := cmd.Args[0].(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		s.errorf("nil is not a command")
	case *parse.NumberNode:
		return s.idealConstant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	s.errorf("can't evaluate command %q", cmd.Args[0])
	return reflect.Value{}
}

// idealConstant returns a number as the type that Go gives it where nothing else says which it is.
func (s *state) idealConstant(n *parse.NumberNode) reflect.Value {
	s.at(n)
	switch {
	case n.IsComplex:
		return reflect.ValueOf(n.Complex128)
	case n.IsFloat && looksLikeFloat(n.Text):
		return reflect.ValueOf(n.Float64)
	case n.IsInt:
		return reflect.ValueOf(int(n.Int64))
	case n.IsUint:
		s.errorf("%s overflows int", n.Text)
	}
	return reflect.Value{}
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

func (s *state) evalFieldNode(dot reflect.Value, n *parse.FieldNode, args []parse.Node, final *reflect.Value) reflect.Value {
	s.at(n)
	return s.evalFieldChain(dot, dot, n, n.Ident, args, final)
}

func (s *state) evalChainNode(dot reflect.Value, n *parse.ChainNode, args []parse.Node, final *reflect.Value) reflect.Value {
	s.at(n)
	if len(n.Field) == 0 {
		s.errorf("internal error: no fields in evalChainNode")
	}
	if n.Node.Type() == parse.NodeNil {
		s.errorf("indirection through explicit nil in %s", n)
	}
	return s.evalFieldChain(dot, s.evalArg(dot, nil, n.Node), n, n.Field, args, final)
}

func (s *state) evalVariableNode(dot reflect.Value, n *parse.VariableNode, args []parse.Node, final *reflect.Value) reflect.Value {
	s.at(n)
	value := s.find(n.Ident[0]).value
	if len(n.Ident) == 1 {
		s.notAFunction(args, final)
		return value
	}
	return s.evalFieldChain(dot, value, n, n.Ident[1:], args, final)
}

// evalFieldChain evaluates names behind a receiver. The last may be that of a method, which gets the arguments.
func (s *state) evalFieldChain(dot, receiver reflect.Value, n parse.Node, names []string, args []parse.Node, final *reflect.Value) reflect.Value {
	last := len(names) - 1
	for _, name := range names[:last] {
		receiver = s.evalField(dot, name, n, nil, nil, receiver)
	}
	return s.evalField(dot, names[last], n, args, final, receiver)
}

func (s *state) evalFunction(dot reflect.Value, n *parse.IdentifierNode, cmd parse.Node, args []parse.Node, final *reflect.Value) reflect.Value {
	s.at(n)
	f, isBuiltin, ok := findFunction(n.Ident, s.tmpl)
	if !ok {
		s.errorf("%q is not a defined function", n.Ident)
	}
	return s.evalCall(dot, f, isBuiltin, cmd, n.Ident, args, final)
}

// evalField evaluates a name behind a receiver: a method, a field of a struct or an entry of a map.
func (s *state) evalField(dot reflect.Value, name string, n parse.Node, args []parse.Node, final *reflect.Value, receiver reflect.Value) reflect.Value {
	if !receiver.IsValid() {
		if s.tmpl.option.missingKey == mapError {
			s.errorf("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	typ := receiver.Type()
	receiver, isNil := indirect(receiver)
	if receiver.Kind() == reflect.Interface && isNil {
		s.errorf("nil pointer evaluating %s.%s", typ, name)
	}
	// A pointer has the methods of both.
	ptr := receiver
	if k := ptr.Kind(); k != reflect.Interface && k != reflect.Pointer && ptr.CanAddr() {
		ptr = ptr.Addr()
	}
	if method := ptr.MethodByName(name); method.IsValid() {
		return s.evalCall(dot, method, false, n, name, args, final)
	}
	hasArgs := len(args) > 1 || final != nil
	switch receiver.Kind() {
	case reflect.Struct:
		if f, ok := receiver.Type().FieldByName(name); ok {
			return s.structField(receiver, f, typ, hasArgs)
		}
	case reflect.Map:
		if stringType := reflect.TypeOf(name); stringType.AssignableTo(receiver.Type().Key()) {
			if hasArgs {
				s.errorf("%s is not a method but has arguments", name)
			}
			return s.mapEntry(receiver, name)
		}
	case reflect.Pointer:
		// It is nil. If the struct has no such field, that is the better complaint.
		elem := receiver.Type().Elem()
		known := true
		if elem.Kind() == reflect.Struct {
			_, known = elem.FieldByName(name)
		}
		if known && isNil {
			s.errorf("nil pointer evaluating %s.%s", typ, name)
		}
	}
	s.errorf("can't evaluate field %s in type %s", name, typ)
	return reflect.Value{}
}

func (s *state) structField(receiver reflect.Value, f reflect.StructField, typ reflect.Type, hasArgs bool) reflect.Value {
	value, err := receiver.FieldByIndexErr(f.Index)
	if !f.IsExported() {
		s.errorf("%s is an unexported field of struct type %s", f.Name, typ)
	}
	if err != nil {
		s.errorf("%v", err)
	}
	if hasArgs {
		s.errorf("%s has arguments but cannot be invoked as function", f.Name)
	}
	return value
}

func (s *state) mapEntry(m reflect.Value, name string) reflect.Value {
	value := m.MapIndex(reflect.ValueOf(name))
	if value.IsValid() {
		return value
	}
	switch s.tmpl.option.missingKey {
	case mapZeroValue:
		return reflect.Zero(m.Type().Elem())
	case mapError:
		s.errorf("map has no entry for key %q", name)
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

// indirectInterface returns what is in an interface, no value if nothing is.
func indirectInterface(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}
