// hood: run
// A variable whose type parameter is an array in some instance was not seen to be assigned through x[i], nor to have its
// address taken by &x[i]: closures copied it, and the compiler ended with an internal error.
package main

import "fmt"

type A[T interface{ []int | [5]int }] struct{ val T }

func (a A[T]) elem() *int { return &a.val[2] }

func captured[T interface{ []int | [3]int }](x T) (int, func() int) {
	f := func() int { return x[1] }
	x[1] = 9
	p := &x[0]
	*p = 4
	return x[0], f
}

func sliced[T interface{ ~[3]int }](x T) []int {
	s := x[:2]
	x[0] = 7
	return s
}

func main() {
	fmt.Println(*A[[]int]{make([]int, 4)}.elem(), *A[[5]int]{[5]int{2: 8}}.elem()) // out: 0 8
	a, f := captured([3]int{1, 2, 3})
	fmt.Println(a, f()) // out: 4 9
	b, g := captured([]int{1, 2, 3})
	fmt.Println(b, g())                  // out: 4 9
	fmt.Println(sliced([3]int{1, 2, 3})) // out: [7 2]
}
