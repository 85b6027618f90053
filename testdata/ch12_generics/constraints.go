// hood: run
// What a body may do with a value of type parameter type: operators, conversions, constants, indexing, range, len, append,
// channels, calls, composite literals, make, new: as the type argument has it.
package main

import "fmt"

type Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}
type Float interface{ ~float32 | ~float64 }
type Number interface {
	Int | Float | ~uint8 | ~uint | ~complex128
}
type Celsius float32
type Small int8
type Text string

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

func Ops[T Int](a, b T) []T {
	return []T{a + b, a - b, a * b, a / b, a % b, a & b, a | b, a ^ b, a &^ b, a << 1, a >> b, -a, ^a}
}

func Inc[T Number](x T) T { x++; x += 2; x *= 3; return x + 1 }

func Half[T Float](x T) T { return x / 2.5 }

func Conv[To, From Int | Float](x From) To { return To(x) }

func Bytes[T ~string | ~[]byte](x T) (int, byte, []byte, string) {
	return len(x), x[0], []byte(x), string(x[1:])
}

func Runes[T ~string](s T) (n int, out []rune) {
	for _, r := range s {
		n++
		out = append(out, r)
	}
	return n, []rune(s)
}

func Less[T Int | Float | ~string](a, b T) bool { return a < b }

func Equal[T comparable](a, b T) (bool, bool) { return a == b, a != b }

func Last[S ~[]E, E any](s S) E { return s[len(s)-1] }

func SetAt[S ~[]E, E any](s S, i int, v E)                  { s[i] = v }
func SetKey[M ~map[K]V, K comparable, V any](m M, k K, v V) { m[k] = v }

func Cut[S ~[]E, E any](s S) (S, int) { return s[1:2:3], cap(s) }

func Array[A ~[3]int](a A) (n int) {
	for i, v := range a {
		n += i * v
	}
	a[0] = 100
	return n + len(a)
}

func Make[M ~map[K]V, K comparable, V any](k K, v V) M {
	m := make(M)
	m[k] = v
	delete(m, k)
	m[k] = v
	return m
}

func Chan[C ~chan E, E any](v E) (E, bool) {
	c := make(C, 1)
	c <- v
	close(c)
	x := <-c
	_, ok := <-c
	return x, ok
}

func Call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }

type Point struct{ X, Y int }

func Lit[T ~struct{ X, Y int }]() T        { return T{X: 1, Y: 2} }
func SliceLit[S ~[]int]() S                { return S{1, 5: 2} }
func MapLit[M ~map[string]int]() M         { return M{"a": 1} }
func Nested[T ~struct{ X, Y int }]() []T   { return []T{{1, 2}, {3, 4}} }
func Nested2[T ~struct{ X, Y int }]() []*T { return []*T{{5, 6}} }
func Addr[T ~struct{ X, Y int }]() *T      { return &T{7, 8} }
func New[T any](v T) *T                    { p := new(T); *p = v; return p }
func Append[S ~[]E, E any](s S, v ...E) S  { return append(append(s, v...), v[0]) }
func Copy[S ~[]byte](d S, s string) int    { return copy(d, s) }
func Min[T Int | ~string](a, b T) T {
	if b < a {
		return b
	}
	return a
}
func Shift[T Int, U ~uint | ~uint8](x T, n U) T { return x<<n | 1<<n }
func Switch[T Int](x T) string {
	switch x {
	case 0:
		return "zero"
	case 1, 2, 3:
		return "few"
	}
	switch {
	case x < 0:
		return "negative"
	}
	return "many"
}
func Deref[P ~*E, E any](p P) E { return *p }
func Select[C ~chan E, E any](c C) (r string) {
	select {
	case v, ok := <-c:
		return fmt.Sprint(v, ok)
	default:
		return "empty"
	}
}
func Complex[T ~complex128](c T) (float64, float64) { return real(complex128(c)), imag(complex128(c)) }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.0), Sum[uint8](200, 100), Sum(1i, 2i), Sum(Celsius(1), 2))
	fmt.Println(Ops(7, 2), Ops(int8(100), int8(3)), Ops(Small(-128), Small(5)))
	fmt.Println(Inc(1), Inc(1.5), Inc(uint8(254)), Inc(Small(40)), Inc(1i))
	fmt.Println(Half(5.0), Half(float32(1)), Half(Celsius(10)))
	fmt.Println(Conv[int8](300), Conv[float64](3), Conv[int](2.9), Conv[Celsius](int64(1)<<40))
	fmt.Println(Bytes("hello"))
	fmt.Println(Bytes([]byte("hey")))
	fmt.Println(Runes("aé"))
	fmt.Println(Runes(Text("日本")))
	fmt.Println(Less(1, 2), Less("b", "a"), Less(Text("a"), Text("b")))
	fmt.Println(Equal(1, 1))
	fmt.Println(Equal("a", "b"))
	fmt.Println(Equal(Point{1, 2}, Point{1, 2}))
	fmt.Println(Equal([2]string{"a"}, [2]string{"a", ""}))
	fmt.Println(Last([]string{"x", "y"}))
	m := map[int]bool{}
	SetKey(m, 3, true)
	a := []int{1, 2, 3, 4}
	SetAt(a, 0, 9)
	fmt.Println(m, a)
	fmt.Println(Cut(a))
	fmt.Println(Array([3]int{1, 2, 3}))
	fmt.Println(Make[map[string]int]("k", 1))
	fmt.Println(Chan[chan string]("v"))
	fmt.Println(Call(func(i int) string { return fmt.Sprint(i) }, 5))
	fmt.Println(Lit[Point](), SliceLit[[]int](), MapLit[map[string]int](), Nested[Point](), *Nested2[Point]()[0], *Addr[Point]())
	fmt.Println(*New(3), *New("s"), Append([]int{1}, 2, 3), Copy(make([]byte, 3), "abcd"))
	fmt.Println(Min(3, 2), Min("b", "a"), Shift(int8(1), uint(7)), Shift(1, uint8(40)))
	fmt.Println(Switch(0), Switch(int8(2)), Switch(-4), Switch(99))
	x := 5
	fmt.Println(Deref(&x))
	c := make(chan int, 1)
	c <- 1
	fmt.Println(Select(c), Select(c))
	fmt.Println(Complex(3 + 4i))
}
