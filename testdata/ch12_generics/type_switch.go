// hood: run
// Type switches and assertions on values of type parameter type. Cases that become the same type are tried in order.
package main

import "fmt"

func Kind[T any](x T) string {
	switch v := any(x).(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", v+1)
	case string, []byte:
		return fmt.Sprintf("text %v", v)
	case error:
		return "error " + v.Error()
	case []T:
		return "slice of itself"
	case func() T:
		return "func"
	}
	return fmt.Sprintf("other %T", x)
}

func First[T any](x any) string {
	switch x.(type) {
	case T:
		return "T"
	case int:
		return "int"
	case *T:
		return "*T"
	case map[string]T:
		return "map"
	}
	return "none"
}

func Both[A, B any](x any) string {
	switch x := x.(type) {
	case A:
		return fmt.Sprintf("A %T", x)
	case B:
		return fmt.Sprintf("B %T", x)
	default:
		return fmt.Sprintf("%T", x)
	}
}

func To[T any](x any) (T, bool) { v, ok := x.(T); return v, ok }

func Must[T any](x any) (v T, err any) {
	defer func() { err = recover() }()
	return x.(T), nil
}

func Is[I any, T any](x T) bool { _, ok := any(x).(I); return ok }

type E struct{}

func (E) Error() string { return "E" }

type Wrap[T any] struct{ v T }

func Unwrap[T any](x any) (v T, ok bool) {
	w, ok := x.(Wrap[T])
	return w.v, ok
}

func main() {
	fmt.Println(Kind(1), Kind("s"), Kind([]byte("b")), Kind(E{}), Kind[error](nil), Kind(2.5), Kind[any](nil))
	fmt.Println(First[string]("a"), First[string](1), First[int](1), First[int](new(int)), First[bool](map[string]bool{}), First[any](3), First[error](4))
	fmt.Println(Both[int, int](1), Both[int, string]("s"), Both[int, error](E{}), Both[any, int](1), Both[int, string](2.5))
	fmt.Println(To[int](3))
	fmt.Println(To[string](3))
	fmt.Println(To[error](E{}))
	fmt.Println(To[fmt.Stringer](E{}))
	fmt.Println(Must[int]("s"))
	fmt.Println(Must[error](1))
	fmt.Println(Must[Wrap[int]](Wrap[string]{}))
	fmt.Println(Is[error](E{}), Is[error](1), Is[int](1), Is[any](2))
	fmt.Println(Unwrap[int](Wrap[int]{4}))
	fmt.Println(Unwrap[string](Wrap[int]{4}))
}
