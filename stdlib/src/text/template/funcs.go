package template

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"unicode"
)

// FuncMap is a table of functions that templates may call. A function has one result, or a second which is an error
// that ends execution if it is not nil. Parameters of type any or reflect.Value take all values.
type FuncMap map[string]any

// builtins is a function so that programs which use no templates do not make the table.
func builtins() FuncMap {
	return FuncMap{
		"and":      and,
		"call":     call,
		"eq":       eq,
		"ge":       ge,
		"gt":       gt,
		"html":     HTMLEscaper,
		"index":    index,
		"js":       JSEscaper,
		"le":       le,
		"len":      length,
		"lt":       lt,
		"ne":       ne,
		"not":      not,
		"or":       or,
		"print":    fmt.Sprint,
		"printf":   fmt.Sprintf,
		"println":  fmt.Sprintln,
		"slice":    slice,
		"urlquery": URLQueryEscaper,
	}
}

var builtinOnce sync.Once
var builtinValues map[string]reflect.Value

func builtinFuncs() map[string]reflect.Value {
	builtinOnce.Do(func() {
		builtinValues = map[string]reflect.Value{}
		addValueFuncs(builtinValues, builtins())
	})
	return builtinValues
}

// addValueFuncs adds functions to a table by which they can be called. It panics if one cannot.
func addValueFuncs(out map[string]reflect.Value, in FuncMap) {
	for name, f := range in {
		if !goodName(name) {
			panic(fmt.Errorf("function name %q is not a valid identifier", name))
		}
		v := reflect.ValueOf(f)
		if v.Kind() != reflect.Func {
			panic("value for " + name + " not a function")
		}
		if !goodFunc(v.Type()) {
			panic(fmt.Errorf("can't install method/function %q with %d results", name, v.Type().NumOut()))
		}
		out[name] = v
	}
}

// goodFunc tells whether a function has one result, or a second that is an error.
func goodFunc(t reflect.Type) bool {
	return t.NumOut() == 1 || t.NumOut() == 2 && t.Out(1) == errorType
}

func goodName(name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

func findFunction(name string, t *Template) (f reflect.Value, isBuiltin, ok bool) {
	if t != nil && t.common != nil {
		t.muFuncs.RLock()
		f = t.execFuncs[name]
		t.muFuncs.RUnlock()
		if f.IsValid() {
			return f, false, true
		}
	}
	f, ok = builtinFuncs()[name]
	return f, true, ok
}

// and and or are here for their types: evalCall does not evaluate all arguments of theirs.
func and(arg0 reflect.Value, args ...reflect.Value) reflect.Value { panic("unreachable") }

func or(arg0 reflect.Value, args ...reflect.Value) reflect.Value { panic("unreachable") }

func not(arg reflect.Value) bool { return !truth(arg) }

func truth(v reflect.Value) bool {
	t, _ := isTrue(indirectInterface(v))
	return t
}

// prepareArg returns a value as an argument of a type. Integers may be of another integer type.
func prepareArg(v reflect.Value, typ reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !canBeNil(typ) {
			return v, fmt.Errorf("value is nil; should be of type %s", typ)
		}
		v = reflect.Zero(typ)
	}
	if v.Type().AssignableTo(typ) {
		return v, nil
	}
	if isInteger(v.Kind()) && isInteger(typ.Kind()) && v.CanConvert(typ) {
		return v.Convert(typ), nil
	}
	return reflect.Value{}, fmt.Errorf("value has type %s; should be %s", v.Type(), typ)
}

func isInteger(k reflect.Kind) bool { return reflect.Int <= k && k <= reflect.Uintptr }

// indexArg returns a value as an index that may be at most limit.
func indexArg(v reflect.Value, limit int) (int, error) {
	var x int64
	switch {
	case !v.IsValid():
		return 0, errors.New("cannot index slice/array with nil")
	case v.CanInt():
		x = v.Int()
	case v.CanUint():
		x = int64(v.Uint())
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", v.Type())
	}
	if x < 0 || x > int64(limit) {
		return 0, fmt.Errorf("index out of range: %d", x)
	}
	return int(x), nil
}

// index returns item[i][j]…
func index(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = indirectInterface(item)
	if !item.IsValid() {
		return item, errors.New("index of untyped nil")
	}
	for _, i := range indexes {
		i = indirectInterface(i)
		var isNil bool
		if item, isNil = indirect(item); isNil {
			return reflect.Value{}, errors.New("index of nil pointer")
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			x, err := indexArg(i, item.Len())
			if err != nil {
				return reflect.Value{}, err
			}
			item = item.Index(x)
		case reflect.Map:
			key, err := prepareArg(i, item.Type().Key())
			if err != nil {
				return reflect.Value{}, err
			}
			elem := item.MapIndex(key)
			if !elem.IsValid() {
				elem = reflect.Zero(item.Type().Elem())
			}
			item = elem
		default:
			return reflect.Value{}, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

// slice returns item[i:j] or item[i:j:k], where those left out are as in Go.
func slice(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = indirectInterface(item)
	if !item.IsValid() {
		return item, errors.New("slice of untyped nil")
	}
	if len(indexes) > 3 {
		return reflect.Value{}, fmt.Errorf("too many slice indexes: %d", len(indexes))
	}
	var limit int
	switch item.Kind() {
	case reflect.String:
		if len(indexes) == 3 {
			return reflect.Value{}, errors.New("cannot 3-index slice a string")
		}
		limit = item.Len()
	case reflect.Array, reflect.Slice:
		limit = item.Cap()
	default:
		return reflect.Value{}, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	bounds := [3]int{0, item.Len(), limit}
	for i, v := range indexes {
		x, err := indexArg(indirectInterface(v), limit)
		if err != nil {
			return reflect.Value{}, err
		}
		bounds[i] = x
	}
	for i := range bounds[1:] {
		if bounds[i] > bounds[i+1] {
			return reflect.Value{}, fmt.Errorf("invalid slice index: %d > %d", bounds[i], bounds[i+1])
		}
	}
	if len(indexes) == 3 {
		return item.Slice3(bounds[0], bounds[1], bounds[2]), nil
	}
	return item.Slice(bounds[0], bounds[1]), nil
}

// length is len.
func length(arg reflect.Value) (int, error) {
	v, isNil := indirect(arg)
	if isNil {
		return 0, errors.New("len of nil pointer")
	}
	switch v.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return v.Len(), nil
	}
	return 0, fmt.Errorf("len of type %s", v.Type())
}

// call calls a function that is a value.
func call(fn reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	fn = indirectInterface(fn)
	if !fn.IsValid() {
		return fn, errors.New("call of nil")
	}
	typ := fn.Type()
	if typ.Kind() != reflect.Func {
		return reflect.Value{}, fmt.Errorf("non-function of type %s", typ)
	}
	if !goodFunc(typ) {
		return reflect.Value{}, fmt.Errorf("function called with %d args; should be 1 or 2", typ.NumOut())
	}
	if typ.IsVariadic() {
		if fixed := typ.NumIn() - 1; len(args) < fixed {
			return reflect.Value{}, fmt.Errorf("wrong number of args: got %d want at least %d", len(args), fixed)
		}
	} else if len(args) != typ.NumIn() {
		return reflect.Value{}, fmt.Errorf("wrong number of args: got %d want %d", len(args), typ.NumIn())
	}
	argv := make([]reflect.Value, len(args))
	for i, arg := range args {
		var err error
		argv[i], err = prepareArg(indirectInterface(arg), paramType(typ, i))
		if err != nil {
			return reflect.Value{}, fmt.Errorf("arg %d: %w", i, err)
		}
	}
	return safeCall(fn, argv)
}
