// hood: run
// A composite literal whose element type has parentheses was taken for a call with a block behind it.
package main

import "fmt"

func main() {
	fmt.Println([](int){1}, []([]int){{1}, {2}}, [2](int){1}, map[(string)](int){"a": 1}, map[string](func()){}, [](chan (int)){})
	fmt.Println([](int)(nil) == nil, [](*int){nil})
	for _, f := range [](func() int){func() int { return 3 }} {
		fmt.Println(f())
	}
	if len([](int){1}) == 1 {
		fmt.Println("one")
	}
}

// out: [1] [[1] [2]] [1 0] map[a:1] map[] []
// out: true [<nil>]
// out: 3
// out: one
