// hood: run   book: 3.1
// Labels: break and continue leave the loop they name, goto jumps within its block, break leaves a switch or select first.
package main

import "fmt"

func find(grid [][]int, want int) (r, c int) {
outer:
	for r = range grid {
		for c = range grid[r] {
			if grid[r][c] == want {
				break outer
			}
		}
	}
	return
}

func collatz(n int) (steps int) {
again:
	if n == 1 {
		goto done
	}
	steps++
	if n%2 == 0 {
		n /= 2
		goto again
	}
	n = 3*n + 1
	goto again
done:
	return
}

func retry() string {
	tries := 0
start:
	tries++
	for i := 0; i < 10; i++ {
		if i == 3 && tries < 3 {
			goto start
		}
		if i == 5 {
			return fmt.Sprint("after ", tries)
		}
	}
	return "never"
}

func main() {
	fmt.Println(find([][]int{{1, 2, 3}, {4, 5, 6}}, 5)) // out: 1 1
	fmt.Println(collatz(27))                            // out: 111
	fmt.Println(retry())                                // out: after 3

	var primes []int
next:
	for n := 2; n < 30; n++ {
		for _, p := range primes {
			if n%p == 0 {
				continue next
			}
		}
		primes = append(primes, n)
	}
	fmt.Println(primes) // out: [2 3 5 7 11 13 17 19 23 29]

	count := 0
loop:
	for i := 0; ; i++ {
		switch {
		case i%2 == 0:
			continue
		case i > 9:
			break loop
		case i == 5:
			break // leaves the switch only
		default:
			count += i
		}
		count += 100
	}
	fmt.Println(count) // out: 520

cond:
	switch {
	case count > 0:
		if count > 1 {
			break cond
		}
		fmt.Println("skipped")
	}
sw:
	switch count {
	default:
		for {
			break sw
		}
	}
	i := 0
L: // a label of an empty statement at the end of a loop body
	for i < 3 {
		i++
		{
			continue L
		}
	}
	fmt.Println(i) // out: 3
	goto end
end:
}
