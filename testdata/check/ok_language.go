// The language in one file: everything here is correct, and every expression must carry its annotations.
package p

import "unsafe"

type Shape interface {
	Area() float64
	Named
}
type Named interface{ Name() string }
type Point struct{ X, Y float64 }
type Base struct {
	Point
	name string
	tags []string `json:"tags"`
}
type Square struct {
	*Base
	side float64
}

func (b *Base) Name() string    { return b.name }
func (s Square) Area() float64  { return s.side * s.side }
func (p Point) Plus(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

const (
	KB = 1 << (10 * (iota + 1))
	MB
	big   = 1 << 200
	small = big >> 198
	mask  = ^uint32(0)
	pi    = 3.14159
	text  = "héllo" + "!"
	yes   = len(text) > 3 && KB < MB
)

var (
	_        Shape = Square{}
	table          = map[string][]Point{"a": {{1, 2}, {X: 3}}, "b": nil}
	pointers       = []*Point{{1, 2}, nil, {}}
	matrix         = [...][2]int{{1, 2}, 3: {4}}
	size           = unsafe.Sizeof(matrix) + unsafe.Offsetof(Base{}.name)
	method         = Point.Plus
	bound          = (&Base{name: "b"}).Name
	first, second  = pair()
)

func pair() (int, error)                { return 1, nil }
func sum(xs ...int) (total int)          { for _, x := range xs { total += x }; return }
func apply(f func(int, error) int) int   { return f(pair()) }

func expressions(s uint, m map[string]int, c chan int, e any) (r float64) {
	var f32 float32 = 1 << 3
	var b byte = 'a' + 1
	v, ok := m["k"]
	w, ok2 := <-c
	n, ok3 := e.(int)
	if ok && ok2 || ok3 {
		r = float64(v+w+n) * pi
	}
	_ = 1<<s == 2<<s
	_ = e == nil || e == 3 || e != "x"
	var p *Point
	_ = p == nil
	_ = complex(1, r)
	_ = real(2i) + imag(complex64(1))
	x := []int{1, 2, 3}
	x = append(x[:1:2], sum(x...), min(1, 2, int(f32)))
	copy(x, x[1:])
	_ = append([]byte("ab"), "cd"...)
	var arr [4]int
	_ = arr[:]
	_ = len(arr) + cap(&arr2) + len("const")
	clear(m)
	delete(m, "k")
	b ^= 1 << s & 0xf
	_ = string(rune(b)) + text[1:2]
	_ = func() int { return int(s) }()
	defer func() { _ = recover() }()
	go sum(1, 2)
	print(v, "x", 1.5, nil == e)
	panic(r)
}

var arr2 [3]string

func statements(c, d chan int, e any, xs []int) int {
outer:
	for i := 0; i < 10; i++ {
		for j := range i {
			switch {
			case j == 1:
				continue outer
			case j > 5:
				break outer
			default:
				fallthrough
			case false:
			}
		}
		for range 3 {
		}
		for k, r := range "añb" {
			_, _ = k, r
		}
		for range c {
			break
		}
		for k := range map[string]int{"a": 1} {
			_ = k
		}
	}
	switch y := e.(type) {
	case nil:
	case int, string:
		_ = y
	case error:
		_ = y.Error()
	case func(int) (string, error):
		if s, err := y(1); err == nil {
			return len(s)
		}
	}
	select {
	case x := <-c:
		xs[0] = x
	case x, ok := <-d:
		_, _ = x, ok
	case c <- 1 << 3:
	case xs[1] = <-c:
	default:
	}
	var i, j = 1, 2
	i, j = j, i
	xs[i], xs[j] = xs[j], xs[i]
	if k := i; k > j {
		goto done
	} else if k == 0 {
		return -1
	}
	{
		const local = 5
		type pair struct{ a, b int }
		q := &pair{a: local}
		q.a++
		q.b += q.a << 2
	}
done:
	for {
		select {}
	}
}
