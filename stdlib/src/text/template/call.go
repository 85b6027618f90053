package template

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// evalCall calls a function, or a method bound to its receiver. args, if there are any, begin with the name.
func (s *state) evalCall(dot, fun reflect.Value, isBuiltin bool, n parse.Node, name string, args []parse.Node, final *reflect.Value) reflect.Value {
	if len(args) > 0 {
		args = args[1:]
	}
	typ := fun.Type()
	s.checkCall(typ, name, args, final)
	if isBuiltin && (name == "and" || name == "or") {
		return s.evalAndOr(dot, name == "or", typ.In(0), args, final)
	}
	argv := make([]reflect.Value, 0, len(args)+1)
	for _, arg := range args {
		argv = append(argv, s.evalArg(dot, paramType(typ, len(argv)), arg))
	}
	if final != nil {
		argv = append(argv, s.validateType(*final, paramType(typ, len(argv))))
	}
	value, err := safeCall(fun, argv)
	if err != nil {
		s.at(n)
		s.errorf("error calling %s: %w", name, err)
	}
	return unwrap(value)
}

func (s *state) checkCall(typ reflect.Type, name string, args []parse.Node, final *reflect.Value) {
	got := len(args)
	if final != nil {
		got++
	}
	if typ.IsVariadic() {
		if fixed := typ.NumIn() - 1; got < fixed {
			s.errorf("wrong number of args for %s: want at least %d got %d", name, fixed, len(args))
		}
	} else if got != typ.NumIn() {
		s.errorf("wrong number of args for %s: want %d got %d", name, typ.NumIn(), got)
	}
	if !goodFunc(typ) {
		s.errorf("can't call method/function %q with %d results", name, typ.NumOut())
	}
}

// paramType is the type that argument i of a call must have.
func paramType(fun reflect.Type, i int) reflect.Type {
	if last := fun.NumIn() - 1; fun.IsVariadic() && i >= last {
		return fun.In(last).Elem()
	}
	return fun.In(i)
}

// unwrap returns the value that a reflect.Value in a value stands for.
func unwrap(v reflect.Value) reflect.Value {
	if v.Type() == reflectValueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

// evalAndOr returns the first argument whose truth is stopAt, or the last. Those behind it are not evaluated.
func (s *state) evalAndOr(dot reflect.Value, stopAt bool, typ reflect.Type, args []parse.Node, final *reflect.Value) (v reflect.Value) {
	for _, arg := range args {
		v = unwrap(s.evalArg(dot, typ, arg))
		if truth(v) == stopAt {
			return v
		}
	}
	if final != nil {
		v = unwrap(s.validateType(*final, typ))
	}
	return v
}

// safeCall calls a function. A panic is an error.
func safeCall(fun reflect.Value, args []reflect.Value) (value reflect.Value, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	results := fun.Call(args)
	if len(results) == 2 && !results[1].IsNil() {
		return results[0], results[1].Interface().(error)
	}
	return results[0], nil
}

// canBeNil tells whether a parameter may be given nil.
func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == reflectValueType
}

// validateType returns a value as one that can be assigned to a type, where taking one pointer away, or adding one,
// is allowed. No type allows everything.
func (s *state) validateType(v reflect.Value, typ reflect.Type) reflect.Value {
	if !v.IsValid() {
		if typ == nil {
			return v
		}
		if !canBeNil(typ) {
			s.errorf("invalid value; expected %s", typ)
		}
		return reflect.Zero(typ)
	}
	if typ == nil || v.Type().AssignableTo(typ) {
		return v
	}
	if typ == reflectValueType {
		return reflect.ValueOf(v)
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
		if v.Type().AssignableTo(typ) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(typ):
		if v.IsNil() {
			s.errorf("dereference of nil pointer of type %s", typ)
		}
		return v.Elem()
	case v.CanAddr() && reflect.PointerTo(v.Type()).AssignableTo(typ):
		return v.Addr()
	}
	s.errorf("wrong type for value; expected %s; got %s", typ, v.Type())
	return v
}

// evalArg evaluates an argument for a parameter of a type. Chains have no type: their values may be anything.
func (s *state) evalArg(dot reflect.Value, typ reflect.Type, n parse.Node) reflect.Value {
	s.at(n)
	switch arg := n.(type) {
	case *parse.DotNode:
		return s.validateType(dot, typ)
	case *parse.NilNode:
		if !canBeNil(typ) {
			s.errorf("cannot assign nil to %s", typ)
		}
		return reflect.Zero(typ)
	case *parse.FieldNode:
		return s.validateType(s.evalFieldNode(dot, arg, nil, nil), typ)
	case *parse.VariableNode:
		return s.validateType(s.evalVariableNode(dot, arg, nil, nil), typ)
	case *parse.PipeNode:
		return s.validateType(s.evalPipeline(dot, arg), typ)
	case *parse.IdentifierNode:
		return s.validateType(s.evalFunction(dot, arg, arg, nil, nil), typ)
	case *parse.ChainNode:
		return s.validateType(s.evalChainNode(dot, arg, nil, nil), typ)
	}
	if typ == reflectValueType {
		return reflect.ValueOf(s.evalLiteral(n))
	}
	if typ.Kind() == reflect.Interface && typ.NumMethod() == 0 {
		return s.evalLiteral(n)
	}
	return s.evalTyped(typ, n)
}

// evalLiteral evaluates a literal for a parameter that takes everything.
func (s *state) evalLiteral(n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.NumberNode:
		return s.idealConstant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	s.errorf("can't handle assignment of %s to empty interface argument", n)
	return reflect.Value{}
}

// evalTyped evaluates a literal as a value of a basic type.
func (s *state) evalTyped(typ reflect.Type, n parse.Node) reflect.Value {
	v := reflect.New(typ).Elem()
	number, _ := n.(*parse.NumberNode)
	expected := ""
	switch {
	case typ.Kind() == reflect.Bool:
		if b, ok := n.(*parse.BoolNode); ok {
			v.SetBool(b.True)
			return v
		}
		expected = "bool"
	case typ.Kind() == reflect.String:
		if str, ok := n.(*parse.StringNode); ok {
			v.SetString(str.Text)
			return v
		}
		expected = "string"
	case v.CanInt():
		if number != nil && number.IsInt {
			v.SetInt(number.Int64)
			return v
		}
		expected = "integer"
	case v.CanUint():
		if number != nil && number.IsUint {
			v.SetUint(number.Uint64)
			return v
		}
		expected = "unsigned integer"
	case v.CanFloat():
		if number != nil && number.IsFloat {
			v.SetFloat(number.Float64)
			return v
		}
		expected = "float"
	case v.CanComplex():
		if number != nil && number.IsComplex {
			v.SetComplex(number.Complex128)
			return v
		}
		expected = "complex"
	default:
		s.errorf("can't handle %s for arg of type %s", n, typ)
	}
	s.errorf("expected %s; found %s", expected, n)
	return v
}
