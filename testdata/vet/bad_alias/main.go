// hood: vet   exit: 1   flags: -e   oracle: no (Go 1.19 has no generic aliases)
// What generic aliases are refused for.
package main

type T[P any] struct{ p P }
type A[P any] = T[P]
type B[P any] = P // err: main.go:7:17: cannot use type parameter declared in alias declaration as RHS
type C[K comparable] = map[K]A[K]
type D[P any] = []D[P] // err: main.go:9:6: invalid recursive type: D refers to itself
type E[P any] = []F[P] // err: main.go:10:6: invalid recursive type E
type F[P any] = *E[P]
type G[P any] struct{ h H[P] } // err: main.go:12:6: invalid recursive type: G refers to itself
type H[P any] = [2]G[P]

func (a A[P]) m()  {} // err: main.go:15:9: cannot define new methods on generic alias type A[P any]
func (a *A[P]) n() {} // err: main.go:16:9: cannot define new methods on generic alias type A[P any]

var (
	a A                    // err: main.go:19:4: cannot use generic type A[P any] without instantiation
	b A[int, bool]         // err: main.go:20:4: too many type arguments for type A: have 2, want 1
	c C[[]int]             // err: main.go:21:6: []int does not satisfy comparable
	d A[int] = T[string]{} // err: main.go:22:13: cannot use T[string]{} (value of type T[string]) as T[int] value in variable declaration
)

func main() {}
