// hood: run   oracle: no
// Leaving a loop over a func: break, continue, return and goto, to this loop, loops around it, and out of the function.
package main

import (
	"errors"
	"fmt"
)

func count(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("  iterator done")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("  stopped at", i)
				return
			}
		}
	}
}

func product(n int) (a, b int) {
	for i := range count(5) {
		for j := range count(5) {
			if i*j == n {
				return i, j
			}
		}
	}
	return -1, -1
}

func named(n int) (res string, err error) {
	for i := range count(9) {
		res = fmt.Sprint("at ", i)
		switch i {
		case n:
			return
		case 2:
			return "two", errors.New("e2")
		}
	}
	return
}

func twice(f func() (int, error)) (int, error) {
	for range count(2) {
		return f()
	}
	return 0, nil
}

func swap(a, b int) (x, y int) {
	x, y = a, b
	for range count(1) {
		return y, x
	}
	return
}

func labels() {
outer:
	for i := range count(4) {
		for j := range count(4) {
			switch {
			case j == 2:
				continue outer
			case i == 2:
				break outer
			case j == 0:
				continue
			}
			fmt.Println("ij", i, j)
		}
	}
	i := 0
loop:
	for i < 3 {
		i++
		for x := range count(5) {
			if x == 1 {
				continue loop
			}
			if i == 3 {
				break loop
			}
			fmt.Println("loop", i, x)
		}
	}
sw:
	switch i {
	case 3:
		for range count(2) {
			break sw
		}
		fmt.Println("not reached")
	}
	ch := make(chan int, 1)
sel:
	select {
	case ch <- 1:
		for range count(2) {
			break sel
		}
		fmt.Println("not reached")
	}
}

func gotos() {
	n := 0
again:
	for x := range count(3) {
		if x == 1 {
			goto inside
		}
		if n++; n < 3 {
			goto again
		}
		fmt.Println("n", n, x)
		continue
	inside:
		fmt.Println("inside", x)
		for range count(1) {
			goto done
		}
	}
	fmt.Println("not reached")
done:
	fmt.Println("done")
}

func deep() string {
	for i := range count(2) {
		for j := range 2 {
			for k := range count(2) {
				f := func() string {
					for l := range count(2) {
						return fmt.Sprint(i, j, k, l)
					}
					return ""
				}
				if s := f(); k == 1 {
					return s
				}
			}
		}
	}
	return ""
}

func main() {
	fmt.Println(product(6))
	fmt.Println(product(99))
	fmt.Println(named(1))
	fmt.Println(named(5))
	fmt.Println(twice(func() (int, error) { return 4, errors.New("from f") }))
	fmt.Println(swap(1, 2))
	labels()
	gotos()
	fmt.Println(deep())
}
