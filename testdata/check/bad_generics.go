// Type parameters: one clear error at each construct, none that follow from it.
package p

type List[T any] struct{ items []T } // ERROR 11 "type parameters are not supported yet by hood"

func (l *List[T]) push(x T) { l.items = append(l.items, x) } // ERROR 10 "type parameters are not supported yet by hood"

func Map[T, U any](list []T, f func(T) U) []U { // ERROR 10 "type parameters are not supported yet by hood"
	var out []U
	for _, x := range list {
		out = append(out, f(x))
	}
	return out
}

func use() {
	_ = Map([]int{1}, func(x int) int { return x })
}
