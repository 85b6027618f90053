// Type declarations: recursion, receivers, interfaces, embedding, maps.
package p

type R struct{ r R } // ERROR 6 "invalid recursive type: R refers to itself"
type S1 struct{ s S2 } // ERROR 6 "invalid recursive type S1 | x.go:5:6: S1 refers to | x.go:6:6: S2 refers to | x.go:5:6: S1"
type S2 struct{ s [2]S1 }
type Self Self // ERROR 6 "invalid recursive type: Self refers to itself"
type Fine struct{ next *Fine }

type I interface {
	M()
	M(int) // ERROR 2 "duplicate method M | x.go:11:2: other declaration of M"
}
type D struct {
	a int
	a string // ERROR 2 "a redeclared | x.go:15:2: other declaration of a"
}
type E struct {
	*I // ERROR 2 "embedded field type cannot be a pointer to an interface"
}
type M map[[]int]int // ERROR 12 "invalid map key type []int"

func (int) f()   {} // ERROR 7 "cannot define new methods on non-local type int"
func (p **E) f() {} // ERROR 7 "invalid receiver type **E"
func (i I) f()   {} // ERROR 7 "invalid receiver type I (pointer or interface type)"
func (d D) g()   {}
func (d D) g()   {} // ERROR 12 "method D.g already declared at x.go:26:12"
func (d D) a()   {} // ERROR 12 "field and method with the same name a | x.go:15:2: other declaration of a"

var dup int
var dup string // ERROR 5 "dup redeclared in this block | x.go:30:5: other declaration of dup"

type Impl struct{}

func (*Impl) M() {}

type N interface{ M() }

var _ N = Impl{}                // ERROR 11 "cannot use Impl{} (value of type Impl) as N value in variable declaration: Impl does not implement N (method M has pointer receiver)"
var _ = N(nil).(D)              // ERROR 9 "impossible type assertion: N(nil).(D) | D does not implement N (missing method M)"
var _ interface{ M(int) } = &Impl{} // ERROR 29 "cannot use &Impl{} (value of type *Impl) as interface{M(int)} value in variable declaration: *Impl does not implement interface{M(int)} (wrong type for method M) | have M() | want M(int)"

const c1 = c2 // ERROR 7 "initialization cycle for c1 | x.go:43:7: c1 refers to | x.go:44:7: c2 refers to | x.go:43:7: c1"
const c2 = c1

var v1 = g1() // ERROR 5 "initialization cycle for v1 | x.go:46:5: v1 refers to | x.go:48:6: g1 refers to | x.go:46:5: v1"

func g1() int { return v1 }
