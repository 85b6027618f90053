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
		"call":     called,
		"eq":       equalsAny,
		"ge":       greaterOrEqual,
		"gt":       greater,
		"html":     HTMLEscaper,
		"index":    indexed,
		"js":       JSEscaper,
		"le":       lessOrEqual,
		"len":      length,
		"lt":       less,
		"ne":       unequal,
		"not":      not,
		"or":       or,
		"print":    fmt.Sprint,
		"printf":   fmt.Sprintf,
		"println":  fmt.Sprintln,
		"slice":    sliced,
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
	t, _ := isTrue(inside(v))
	return t
}

// prepareArg returns a value as an argument of a type. Integers may be of another integer type.
func prepareArg(v reflect.Value, typ reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !takesNil(typ) {
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

// indexed returns v[i][j]…
func indexed(v reflect.Value, at ...reflect.Value) (reflect.Value, error) {
	v = inside(v)
	if !v.IsValid() {
		return v, errors.New("index of untyped nil")
	}
	for _, i := range at {
		elem, err := element(v, inside(i))
		if err != nil {
			return reflect.Value{}, err
		}
		v = elem
	}
	return v, nil
}

// element returns v[i].
func element(v, i reflect.Value) (elem reflect.Value, err error) {
	v, isNil := indirect(v)
	if isNil {
		return elem, errors.New("index of nil pointer")
	}
	if v.Kind() == reflect.Map {
		key, err := prepareArg(i, v.Type().Key())
		if err != nil {
			return elem, err
		}
		if elem = v.MapIndex(key); !elem.IsValid() {
			elem = reflect.Zero(v.Type().Elem())
		}
		return elem, nil
	}
	if !sequence(v.Kind()) {
		return elem, fmt.Errorf("can't index item of type %s", v.Type())
	}
	x, err := indexArg(i, v.Len())
	if err != nil {
		return elem, err
	}
	return v.Index(x), nil
}

// sequence tells whether values of a kind have elements by numbers.
func sequence(k reflect.Kind) bool {
	return k == reflect.String || k == reflect.Slice || k == reflect.Array
}

// sliced returns v[i:j] or v[i:j:k], where those left out are as in Go.
func sliced(v reflect.Value, at ...reflect.Value) (none reflect.Value, err error) {
	v = inside(v)
	switch {
	case !v.IsValid():
		return none, errors.New("slice of untyped nil")
	case len(at) > 3:
		return none, fmt.Errorf("too many slice indexes: %d", len(at))
	case !sequence(v.Kind()):
		return none, fmt.Errorf("can't slice item of type %s", v.Type())
	case v.Kind() == reflect.String && len(at) == 3:
		return none, errors.New("cannot 3-index slice a string")
	}
	limit := v.Len()
	if v.Kind() != reflect.String {
		limit = v.Cap()
	}
	bounds := [3]int{0, v.Len(), limit}
	for n, i := range at {
		if bounds[n], err = indexArg(inside(i), limit); err != nil {
			return none, err
		}
	}
	for n := range bounds[1:] {
		if bounds[n] > bounds[n+1] {
			return none, fmt.Errorf("invalid slice index: %d > %d", bounds[n], bounds[n+1])
		}
	}
	if len(at) == 3 {
		return v.Slice3(bounds[0], bounds[1], bounds[2]), nil
	}
	return v.Slice(bounds[0], bounds[1]), nil
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

// called calls a function that is a value.
func called(f reflect.Value, args ...reflect.Value) (none reflect.Value, err error) {
	f = inside(f)
	if !f.IsValid() {
		return none, errors.New("call of nil")
	}
	typ := f.Type()
	want := 0
	if f.Kind() == reflect.Func {
		want = typ.NumIn()
	}
	switch {
	case f.Kind() != reflect.Func:
		return none, fmt.Errorf("non-function of type %s", typ)
	case !goodFunc(typ):
		return none, fmt.Errorf("function called with %d args; should be 1 or 2", typ.NumOut())
	case typ.IsVariadic() && len(args) < want-1:
		return none, fmt.Errorf("wrong number of args: got %d want at least %d", len(args), want-1)
	case !typ.IsVariadic() && len(args) != want:
		return none, fmt.Errorf("wrong number of args: got %d want %d", len(args), want)
	}
	var in []reflect.Value
	for i, arg := range args {
		v, err := prepareArg(inside(arg), paramType(typ, i))
		if err != nil {
			return none, fmt.Errorf("arg %d: %w", i, err)
		}
		in = append(in, v)
	}
	return safeCall(f, in)
}
