// hood: run
// Packages are compiled one by one: what one uses of another is external, inlined, promoted, or wrapped where it is used.
package main

import (
	"errors"
	"fmt"

	"example.com/packages/paint"
	"example.com/packages/shape"
	"example.com/packages/store"
)

func main() { // out: paint init [shape vars shape more shape init] 2
	p, q := shape.At(3, 4), shape.At(1, 1)
	p.Move(10)
	fmt.Println(p, p.Sum(), shape.Less(p, q), shape.Less(q, p), shape.Moves())          // out: (13,4) 24 false true 1
	fmt.Println(shape.Big>>98, shape.Ratio, shape.Name, shape.Dot, shape.Table["line"]) // out: 4 0.3333333333333333 shape dot line
	b := paint.New("red")
	var v shape.Visitor = b
	err := v.Visit(shape.Origin)
	fmt.Println(err, errors.Is(err, shape.ErrNone), v.Visit(p), v.Tag()) // out: paint (0,0): no shape true <nil> red
	fmt.Println(b.Sum(), b.X, b, shape.Hidden(b))                        // out: 10 1 (1,2) hidden red
	sum, tag, move := shape.Point.Sum, (*shape.Base).Tag, b.Move
	move(5)
	fmt.Println(sum(p), tag(b.Base), b.X)                                    // out: 24 red 6
	fmt.Println(paint.First, paint.Step(), paint.Step(), shape.Counter(5)()) // out: 2 4 6 5
	x, y := shape.Any(1), store.Any(1)
	fmt.Printf("%v %v %v %T %T\n", x == y, x == shape.Any(1), y == store.Any(1), x, y) // out: false true true shape.local store.local
	box := store.Fill(shape.Line, "blue")
	fmt.Println(box, box.Inner().(interface{ Tag() string }).Tag()) // out: line blue
	var s fmt.Stringer = box
	if k, ok := s.(shape.Kind); !ok {
		fmt.Println(s, k == 0, ok) // out: line true false
	}
	fmt.Printf("%T %v\n", struct{ *shape.Base }{}, struct{ shape.Point }{p}) // out: struct { *shape.Base } (13,4)
	defer func() {
		fmt.Println(recover()) // out: runtime error: index out of range [9] with length 3
	}()
	_ = shape.Kind(9).String()
}
