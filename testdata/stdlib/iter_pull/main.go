// hood: run   oracle: no
// Loops over the iterators of slices and maps, and iter.Pull: values one by one, stopping, panics and Goexit on the way.
package main

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator done")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func Map[A, B any](seq iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		for a := range seq {
			if !yield(f(a)) {
				return
			}
		}
	}
}

func Zip[A, B any](as iter.Seq[A], bs iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(bs)
		defer stop()
		for a := range as {
			b, ok := next()
			if !ok || !yield(a, b) {
				return
			}
		}
	}
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	for i, v := range slices.All([]string{"a", "b"}) {
		fmt.Println(i, v)
	}
	for _, v := range slices.Backward([]int{1, 2, 3}) {
		if v == 1 {
			break
		}
		fmt.Println(v)
	}
	for k := range maps.Keys(map[string]int{"k": 1}) {
		fmt.Println(k)
	}
	for s := range Map(count(3), func(i int) string { return fmt.Sprint("#", i) }) {
		fmt.Println(s)
	}
	for a, b := range Zip(slices.Values([]int{1, 2, 3}), count(5)) {
		fmt.Println(a, b)
	}
	fmt.Println(slices.Collect(Map(slices.Values([]int{1, 2}), func(i int) int { return i * i })))

	next, stop := iter.Pull(count(2))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(count(5))
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(count(5))
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(slices.All([]string{"x"}))
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()

	next, stop = iter.Pull(func(yield func(int) bool) { yield(1); panic("in the iterator") })
	fmt.Println(next())
	try(func() { next() })
	fmt.Println(next())
	next, stop = iter.Pull(func(yield func(int) bool) {
		if !yield(1) {
			panic("when stopped")
		}
	})
	fmt.Println(next())
	try(stop)
	done := make(chan bool)
	go func() {
		defer close(done)
		next, _ := iter.Pull(func(yield func(int) bool) { runtime.Goexit() })
		next()
		fmt.Println("not reached")
	}()
	<-done
	sum := 0
	next, stop = iter.Pull(func(yield func(int) bool) {
		for i := range 10000 {
			if !yield(i) {
				return
			}
		}
	})
	for v, ok := next(); ok; v, ok = next() {
		sum += v
	}
	fmt.Println(sum)
}
