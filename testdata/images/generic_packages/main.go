// hood: run
// Generic packages are instantiated where they are used; the same instance in two packages is one type.
package main

import (
	"fmt"

	"example.com/generic/set"
	"example.com/generic/use"
)

type celsius float64

func main() {
	fmt.Println(use.Words, use.Lens(use.Words)) // out: [a b] [1]
	i := use.New()
	fmt.Println(i.Add(2), i.Add(3), i, i.Sorted()) // out: true false [1 2 3] [1 2 3]
	var s *set.Set[int] = i.Set
	var any1, any2 any = set.Of(1), s
	_, same := any1.(*set.Set[int])
	fmt.Printf("%v %T %T\n", same, any2, i.Last) // out: true *set.Set[int] set.Pair[string,int]
	p := i.Last.Swap()
	fmt.Println(p, p == set.Pair[int, string]{Key: 1, Val: "k"}, p.Swap() == i.Last) // out: {1 k} true true
	t := set.Of[celsius](20.5, -3)
	fmt.Println(set.Map(t, func(c celsius) string { return fmt.Sprintf("%.1f°", float64(c)) })) // out: [-3.0° 20.5°]
	fmt.Println(set.NewPlain(4).Twice(), set.Plain.Twice(set.NewPlain(5)))                      // out: 8 10
	fmt.Println(set.Stats())                                                                    // out: 6 14
}
