// hood: run   exit: 2
// Instances in a trace: their type arguments are not told apart.
package main

type Box[T any] struct{ v []T }

//go:noinline
func (b *Box[T]) At(i int) T {
	return b.v[i] // err: panic: runtime error: index out of range [3] with length 0
}

//go:noinline
func Use[T any](b *Box[T]) T {
	return func() T { return b.At(3) }()
}

func main() {
	Use(&Box[string]{})
}

// err: main.(*Box[...]).At(
// err: main.Use[...]
// err: main.main(
