package template

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// call calls a function, or a method bound to its receiver.
func (x *execution) call(dot, f reflect.Value, isBuiltin bool, name string, g given) reflect.Value {
	typ := f.Type()
	x.checkCall(typ, name, g)
	if isBuiltin {
		switch name {
		case "and":
			return x.untilTruth(false, dot, typ.In(0), g)
		case "or":
			return x.untilTruth(true, dot, typ.In(0), g)
		}
	}
	var in []reflect.Value
	for i, n := range g.args {
		in = append(in, x.argument(dot, paramType(typ, i), n))
	}
	if g.final != nil {
		in = append(in, x.fit(*g.final, paramType(typ, len(in))))
	}
	value, err := safeCall(f, in)
	if err != nil {
		x.at(g.at)
		x.errorf("error calling %s: %w", name, err)
	}
	return meant(value)
}

func (x *execution) checkCall(typ reflect.Type, name string, g given) {
	want, got := typ.NumIn(), len(g.args)
	if g.final != nil {
		got++
	}
	switch {
	case typ.IsVariadic() && got < want-1:
		x.errorf("wrong number of args for %s: want at least %d got %d", name, want-1, len(g.args))
	case !typ.IsVariadic() && got != want:
		x.errorf("wrong number of args for %s: want %d got %d", name, want, got)
	case !goodFunc(typ):
		x.errorf("can't call method/function %q with %d results", name, typ.NumOut())
	}
}

// paramType is the type that argument i of a call must have.
func paramType(f reflect.Type, i int) reflect.Type {
	if last := f.NumIn() - 1; f.IsVariadic() && i >= last {
		return f.In(last).Elem()
	}
	return f.In(i)
}

// meant returns the value that a reflect.Value in a value stands for.
func meant(v reflect.Value) reflect.Value {
	if inner, ok := v.Interface().(reflect.Value); ok && v.Type() == valueType {
		return inner
	}
	return v
}

// untilTruth returns the first argument that has this truth, or the last. Those behind it are not evaluated.
func (x *execution) untilTruth(stop bool, dot reflect.Value, typ reflect.Type, g given) (v reflect.Value) {
	for _, n := range g.args {
		v = meant(x.argument(dot, typ, n))
		if truth(v) == stop {
			return v
		}
	}
	if g.final == nil {
		return v
	}
	return meant(x.fit(*g.final, typ))
}

// safeCall calls a function. A panic is an error.
func safeCall(f reflect.Value, in []reflect.Value) (value reflect.Value, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			var ok bool
			if err, ok = problem.(error); !ok {
				err = fmt.Errorf("%v", problem)
			}
		}
	}()
	out := f.Call(in)
	if len(out) > 1 {
		err, _ = out[1].Interface().(error)
	}
	return out[0], err
}

// takesNil tells whether a parameter may be given nil.
func takesNil(t reflect.Type) bool {
	return t == valueType || nillable(t.Kind())
}

// nillable tells whether values of a kind may be nil.
func nillable(k reflect.Kind) bool {
	switch k {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Chan, reflect.Func, reflect.Interface:
		return true
	}
	return false
}

// fit returns a value as one that can be assigned to a type, where taking one pointer away, or adding one, is allowed.
func (x *execution) fit(v reflect.Value, typ reflect.Type) reflect.Value {
	switch {
	case !v.IsValid() && takesNil(typ):
		return reflect.Zero(typ)
	case !v.IsValid():
		x.errorf("invalid value; expected %s", typ)
	case v.Type().AssignableTo(typ):
		return v
	case typ == valueType:
		return reflect.ValueOf(v)
	}
	if in := inside(v); in.IsValid() {
		v = in
	}
	from := v.Type()
	switch {
	case from.AssignableTo(typ):
		return v
	case from.Kind() == reflect.Pointer && from.Elem().AssignableTo(typ):
		if v.IsNil() {
			x.errorf("dereference of nil pointer of type %s", typ)
		}
		return v.Elem()
	case v.CanAddr() && reflect.PointerTo(from).AssignableTo(typ):
		return v.Addr()
	}
	x.errorf("wrong type for value; expected %s; got %s", typ, from)
	return v
}

// argument evaluates an argument for a parameter of a type.
func (x *execution) argument(dot reflect.Value, typ reflect.Type, n parse.Node) reflect.Value {
	x.at(n)
	switch n.(type) {
	case *parse.NilNode:
		if takesNil(typ) {
			return reflect.Zero(typ)
		}
		x.errorf("cannot assign nil to %s", typ)
	case *parse.BoolNode, *parse.NumberNode, *parse.StringNode:
		if typ == valueType {
			return reflect.ValueOf(x.literal(n))
		}
		if typ.Kind() == reflect.Interface && typ.NumMethod() == 0 {
			return x.literal(n)
		}
		return x.constant(typ, n)
	}
	return x.fit(x.operand(dot, n, given{}), typ)
}

// constant returns a literal as a value of a basic type.
func (x *execution) constant(typ reflect.Type, n parse.Node) reflect.Value {
	v := reflect.New(typ).Elem()
	number, _ := n.(*parse.NumberNode)
	if number == nil {
		number = &parse.NumberNode{} // of no kind
	}
	ok, expected := false, ""
	switch {
	case v.CanInt():
		if ok, expected = number.IsInt, "integer"; ok {
			v.SetInt(number.Int64)
		}
	case v.CanUint():
		if ok, expected = number.IsUint, "unsigned integer"; ok {
			v.SetUint(number.Uint64)
		}
	case v.CanFloat():
		if ok, expected = number.IsFloat, "float"; ok {
			v.SetFloat(number.Float64)
		}
	case v.CanComplex():
		if ok, expected = number.IsComplex, "complex"; ok {
			v.SetComplex(number.Complex128)
		}
	case typ.Kind() == reflect.Bool:
		var b *parse.BoolNode
		if b, ok = n.(*parse.BoolNode); ok {
			v.SetBool(b.True)
		}
		expected = "bool"
	case typ.Kind() == reflect.String:
		var s *parse.StringNode
		if s, ok = n.(*parse.StringNode); ok {
			v.SetString(s.Text)
		}
		expected = "string"
	default:
		x.errorf("can't handle %s for arg of type %s", n, typ)
	}
	if !ok {
		x.errorf("expected %s; found %s", expected, n)
	}
	return v
}
