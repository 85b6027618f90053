// Type parameters on types, functions and methods: constraints, core types, instantiation and inference.
package p

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}

type Ordered interface {
	Integer | ~uint | ~float64 | ~string
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[string, K] { return Pair[string, K]{"", p.Key} }
func (p *Pair[_, V]) Set(v V)              { p.Val = v }

// Recursive and mutually recursive types, embedded instances, a constraint that mentions its own type.
type List[T any] struct {
	head, tail *node[T]
	n          int
}

type node[T any] struct {
	next *node[T]
	list *List[T]
	val  T
}

func (l *List[T]) Push(v T) *List[T] {
	nd := &node[T]{val: v, list: l}
	if l.head == nil {
		l.head = nd
	} else {
		l.tail.next = nd
	}
	l.tail = nd
	l.n++
	return l
}

func (l *List[T]) Each(f func(int, T) bool) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		if !f(i, n.val) {
			return
		}
		i++
	}
}

type Named[T any] struct {
	List[T]
	*Pair[string, T]
	name string
}

type Less[T any] interface{ Less(T) bool }
type Age int

func (a Age) Less(b Age) bool { return a < b }

func MinOf[T Less[T]](a, b T) T {
	if b.Less(a) {
		return b
	}
	return a
}

func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	out := make([]R, 0, len(s))
	for _, e := range s {
		out = append(out, f(e))
	}
	return out
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

func Sum[T Integer | ~float64](list ...T) (sum T) {
	for _, x := range list {
		sum += x
	}
	return sum*2 - sum
}

func Max[T Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Index[T comparable](s []T, x T) int {
	for i, v := range s {
		if v == x {
			return i
		}
	}
	return -1
}

// A pointer method through a second parameter.
type Setter[B any] interface {
	Set(string)
	*B
}
type Text string

func (t *Text) Set(s string) { *t = Text(s) }

func FromStrings[T any, PT Setter[T]](s []string) []T {
	result := make([]T, len(s))
	for i, v := range s {
		p := PT(&result[i])
		p.Set(v)
	}
	return result
}

// Operations on core types.
func Core[S ~[]int, M ~map[string]S, C chan int | chan<- int, F ~func(int) string, P *int, A ~[4]byte](s S, m M, c C, f F, p P, a A) string {
	s = append(s, 1, 2)
	s[0], s = s[1], s[1:2:3]
	m["x"] = s
	delete(m, "x")
	c <- 1
	close(c)
	*p = len(m) + cap(s) + len(a)
	clear(m)
	s = S{1, 2, 3}
	m = M{"a": {1}}
	m, c = make(M), make(C, 1)
	_ = a[1]
	copy(s, s)
	return f(*p)
}

func Bytes[T ~string | ~[]byte](t T) []byte {
	var b []byte
	b = append(b, t...)
	b = append(b, t[1:]...)
	n := copy(b, t)
	if n > 0 && t[0] == 'x' {
		return []byte(t)
	}
	return []byte(string(t))
}

func Convert[From, To Integer](x From) To {
	const c = 100
	return To(x) + To(c) + 1<<3 + To(x<<2)
}

// Generic functions as values: assigned, returned, passed.
func apply[A, B any](f func(A) B, a A) B { return f(a) }
func id[T any](x T) T                    { return x }
func pick() func(int) int                { return id }

type local[T any] struct{ x T }

func Locals[T any](x T) any {
	type pair struct {
		a, b T
		list []local[T]
	}
	f := func(y T) pair { return pair{a: x, b: y} }
	var _ interface{ m() } = nil
	switch v := any(x).(type) {
	case int, string:
		return v
	case T:
		return f(v)
	}
	return nil
}

type Alias = Pair[string, int]
type Func[T any] func(T) Func[T]
type Tree[T interface{ ~int | ~string }] struct {
	Left, Right *Tree[T]
	Value       T
}
type Chan[T any] chan Chan[T]
type Unused[_ any] struct{}

var f1 func(int) int = id
var eq = Index[any]([]any{1, "a"}, 1)
var big = Max(1, 2.5)

func use() {
	var l List[int]
	l.Push(1).Push(2)
	l.Each(func(i, v int) bool { return i < v })
	push := l.Push
	push(3)
	each := (*List[string]).Each
	each(&List[string]{}, func(int, string) bool { return true })
	n := Named[int]{name: "n"}
	n.Push(1)
	n.Set(2)
	_ = n.Val + n.Key2()
	_ = MinOf(Age(1), Age(2))
	_ = Map([]int{1}, func(x int) string { return "" })
	_ = Map[[]int, int]([]int{1}, id[int])
	_ = Map([]int{1}, id)
	_ = Keys(map[string]int{})
	_ = Sum[float64]() + Sum(1, 2.5)
	_ = FromStrings[Text]([]string{"a"})
	_ = Convert[int, int64](1)
	_ = apply(id[int], 1) + apply(id, 2)
	f := Pair[int, string].Swap
	_ = f(Pair[int, string]{1, "x"}).Val
	var a Alias
	a.Set(3)
	var g func(string) string
	g = id
	_ = g("")
	_ = Bytes("x")
	_ = Locals(struct{}{})
	var _ Tree[Name]
	var _ = Unused[int]{}
}

type Name string

func (n Named[T]) Key2() T { return n.Val }
