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

// equalsAny tells whether x equals one of the others. Integers may differ in sign and size.
func equalsAny(x reflect.Value, others ...reflect.Value) (found bool, err error) {
	if len(others) == 0 {
		err = errNoComparison
	}
	for i := 0; i < len(others) && !found && err == nil; i++ {
		found, err = equal(inside(x), inside(others[i]))
	}
	return found, err
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
	return !v.IsValid() || nillable(v.Kind()) && v.IsNil()
}

// less is x < y.
func less(x, y reflect.Value) (bool, error) {
	x, y = inside(x), inside(y)
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

// The others follow from these two. Where there is an error, the value is of no interest.

func unequal(x, y reflect.Value) (bool, error) {
	same, err := equalsAny(x, y)
	return !same, err
}

func lessOrEqual(x, y reflect.Value) (bool, error) {
	if is, err := less(x, y); is || err != nil {
		return is, err
	}
	return equalsAny(x, y)
}

func greater(x, y reflect.Value) (bool, error) {
	is, err := lessOrEqual(x, y)
	return err == nil && !is, err
}

func greaterOrEqual(x, y reflect.Value) (bool, error) {
	is, err := less(x, y)
	return err == nil && !is, err
}
