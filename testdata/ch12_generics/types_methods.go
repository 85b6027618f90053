// hood: run
// Generic types and their methods, with value and pointer receivers; method values and expressions; types that mention
// themselves and each other.
package main

import "fmt"

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) *Stack[T] { s.items = append(s.items, x); return s }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}
func (s Stack[_]) Len() int { return len(s.items) }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string      { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }
func (p Pair[K, V]) Flip(v V) Pair[K, V] { p.Val = v; return p }

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Add(v T) { l.head = &node[T]{v, l.head}; l.size++ }
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.val)
	}
}

type Tree[K int | string, V any] struct {
	left, right *Tree[K, V]
	Pair[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) *Tree[K, V] {
	switch {
	case t == nil:
		return &Tree[K, V]{Pair: Pair[K, V]{k, v}}
	case k < t.Key:
		t.left = t.left.Put(k, v)
	case k > t.Key:
		t.right = t.right.Put(k, v)
	default:
		t.Val = v
	}
	return t
}

func (t *Tree[K, V]) Walk(f func(K, V)) {
	if t != nil {
		t.left.Walk(f)
		f(t.Key, t.Val)
		t.right.Walk(f)
	}
}

type Vec[T any] []T

func (v Vec[T]) At(i int) T      { return v[i] }
func (v *Vec[T]) Append(xs ...T) { *v = append(*v, xs...) }
func (v Vec[T]) Map(f func(T) T) Vec[T] {
	out := make(Vec[T], len(v))
	for i := range v {
		out[i] = f(v[i])
	}
	return out
}

type Func[A, R any] func(A) R

func (f Func[A, R]) Call(a A) R { return f(a) }

type Matrix[T any] [2][2]T

func (m *Matrix[T]) Set(i, j int, v T) { m[i][j] = v }

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)      { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func Of[T comparable](v ...T) Set[T] {
	s := make(Set[T])
	for _, x := range v {
		s.Add(x)
	}
	return s
}

func main() {
	var s Stack[string]
	s.Push("a").Push("b")
	x, ok := s.Pop()
	fmt.Println(x, ok, s.Len())
	ints := new(Stack[int])
	_, ok = ints.Pop()
	fmt.Println(ok, ints.Len())

	p := Pair[string, int]{"k", 1}
	fmt.Println(p, &p, p.Flip(2), Pair[int, []string]{3, []string{"q"}})

	var l List[float64]
	l.Add(1.5)
	l.Add(2.5)
	l.Each(func(f float64) { fmt.Print(f, " ") })
	fmt.Println(l.size)

	var t *Tree[string, int]
	for i, w := range []string{"m", "c", "z", "c"} {
		t = t.Put(w, i)
	}
	t.Walk(func(k string, v int) { fmt.Print(k, v, " ") })
	fmt.Println(t, t.Flip(7))

	var v Vec[int]
	v.Append(1, 2, 3)
	fmt.Println(v.At(1), v.Map(func(x int) int { return x * x }), len(v))
	fmt.Println(Func[int, string](func(i int) string { return fmt.Sprint(i, "!") }).Call(4))
	var m Matrix[complex128]
	m.Set(1, 0, 2i)
	fmt.Println(m)
	set := Of("a", "b")
	fmt.Println(set.Has("a"), set.Has("c"), len(set))

	push := s.Push
	push("c")
	pop := (*Stack[string]).Pop
	fmt.Println(pop(&s))
	length := Stack[string].Len
	fmt.Println(length(s))
	str := Pair[string, int].String
	fmt.Println(str(p))
	defer s.Push("deferred")
	each := l.Each
	each(func(f float64) { fmt.Print(f, ";") })
	fmt.Println()
}
