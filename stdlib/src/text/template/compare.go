package template

import (
	"errors"
	"fmt"
	"reflect"
)

var (
	errBadComparisonType = errors.New("invalid type for comparison")
	errBadComparison     = errors.New("incompatible types for comparison")
	errNoComparison      = errors.New("missing argument for comparison")
)

type kind int

const (
	otherKind kind = iota
	boolKind
	complexKind
	intKind
	floatKind
	stringKind
	uintKind
)

func basicKind(v reflect.Value) kind {
	switch {
	case v.CanInt():
		return intKind
	case v.CanUint():
		return uintKind
	case v.CanFloat():
		return floatKind
	case v.CanComplex():
		return complexKind
	case v.Kind() == reflect.Bool:
		return boolKind
	case v.Kind() == reflect.String:
		return stringKind
	}
	return otherKind
}

// eq tells whether arg1 equals one of the others. Integers may differ in sign and size.
func eq(arg1 reflect.Value, arg2 ...reflect.Value) (bool, error) {
	if len(arg2) == 0 {
		return false, errNoComparison
	}
	arg1 = indirectInterface(arg1)
	for _, arg := range arg2 {
		if equal, err := equal(arg1, indirectInterface(arg)); equal || err != nil {
			return equal, err
		}
	}
	return false, nil
}

func equal(x, y reflect.Value) (bool, error) {
	kx, ky := basicKind(x), basicKind(y)
	switch {
	case kx == intKind && ky == uintKind:
		return x.Int() >= 0 && uint64(x.Int()) == y.Uint(), nil
	case kx == uintKind && ky == intKind:
		return y.Int() >= 0 && uint64(y.Int()) == x.Uint(), nil
	case kx != ky:
		if x.IsValid() && y.IsValid() {
			return false, errBadComparison
		}
		return false, nil
	}
	switch kx {
	case boolKind:
		return x.Bool() == y.Bool(), nil
	case complexKind:
		return x.Complex() == y.Complex(), nil
	case floatKind:
		return x.Float() == y.Float(), nil
	case intKind:
		return x.Int() == y.Int(), nil
	case stringKind:
		return x.String() == y.String(), nil
	case uintKind:
		return x.Uint() == y.Uint(), nil
	}
	// Two values of other types: equal if both are nil, or by ==.
	if x.IsValid() && y.IsValid() && x.Kind() != y.Kind() {
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", x, x.Type(), y.Type(), y)
	}
	if isNil(x) || isNil(y) {
		return isNil(x) == isNil(y), nil
	}
	if !y.Type().Comparable() {
		return false, fmt.Errorf("non-comparable type %s: %v", y, y.Type())
	}
	return x.Interface() == y.Interface(), nil
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func ne(arg1, arg2 reflect.Value) (bool, error) {
	equal, err := eq(arg1, arg2)
	return !equal, err
}

func lt(arg1, arg2 reflect.Value) (bool, error) {
	x, y := indirectInterface(arg1), indirectInterface(arg2)
	kx, ky := basicKind(x), basicKind(y)
	switch {
	case kx == otherKind || ky == otherKind:
		return false, errBadComparisonType
	case kx == intKind && ky == uintKind:
		return x.Int() < 0 || uint64(x.Int()) < y.Uint(), nil
	case kx == uintKind && ky == intKind:
		return y.Int() >= 0 && x.Uint() < uint64(y.Int()), nil
	case kx != ky:
		return false, errBadComparison
	}
	switch kx {
	case intKind:
		return x.Int() < y.Int(), nil
	case uintKind:
		return x.Uint() < y.Uint(), nil
	case floatKind:
		return x.Float() < y.Float(), nil
	case stringKind:
		return x.String() < y.String(), nil
	}
	return false, errBadComparisonType
}

func le(arg1, arg2 reflect.Value) (bool, error) {
	if less, err := lt(arg1, arg2); less || err != nil {
		return less, err
	}
	return eq(arg1, arg2)
}

func gt(arg1, arg2 reflect.Value) (bool, error) {
	lessOrEqual, err := le(arg1, arg2)
	return !lessOrEqual && err == nil, err
}

func ge(arg1, arg2 reflect.Value) (bool, error) {
	less, err := lt(arg1, arg2)
	return !less && err == nil, err
}
