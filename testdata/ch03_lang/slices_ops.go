// hood: run   book: 3.1
// A slice is a window on an array: slicing shares it, three-index slicing bounds its capacity, copy stops at the shorter end.
package main

import "fmt"

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func main() {
	a := []int{0, 1, 2, 3, 4, 5, 6, 7}
	b := a[2:5]
	fmt.Println(b, len(b), cap(b)) // out: [2 3 4] 3 6
	c := b[1:6]
	fmt.Println(c, len(c), cap(c)) // out: [3 4 5 6 7] 5 5
	d := a[2:4:5]
	fmt.Println(d, len(d), cap(d)) // out: [2 3] 2 3
	d[0] = 20
	fmt.Println(a, b)                                       // out: [0 1 20 3 4 5 6 7] [20 3 4]
	fmt.Println(a[:0], a[8:], a[:], len(a[8:]), cap(a[8:])) // out: [] [] [0 1 20 3 4 5 6 7] 0 0

	n := copy(a, a[2:])
	fmt.Println(n, a) // out: 6 [20 3 4 5 6 7 6 7]
	n = copy(a[3:], a)
	fmt.Println(n, a) // out: 5 [20 3 4 20 3 4 5 6]
	n = copy(a, []int{9, 9})
	fmt.Println(n, a) // out: 2 [9 9 4 20 3 4 5 6]
	bytes := make([]byte, 3)
	n = copy(bytes, "héllo")
	fmt.Println(n, bytes) // out: 3 [104 195 169]

	m := make([]string, 2, 10)
	fmt.Printf("%q %d %d\n", m, len(m), cap(m)) // out: ["" ""] 2 10
	fmt.Printf("%q\n", m[:4])                   // out: ["" "" "" ""]
	lit := []int{5: 1, 2, 1: 7}
	fmt.Println(lit, len(lit)) // out: [0 7 0 0 0 1 2] 7

	i, j := 5, 2
	try("index", func() { _ = a[len(a)] })            // out: index: runtime error: index out of range [8] with length 8
	try("negative", func() { _ = a[j-5] })            // out: negative: runtime error: index out of range [-3]
	try("slice", func() { _ = a[i:j] })               // out: slice: runtime error: slice bounds out of range [5:2]
	try("slice cap", func() { _ = b[:20] })           // out: slice cap: runtime error: slice bounds out of range [:20] with capacity 6
	try("slice3", func() { _ = a[j:i:100] })          // out: slice3: runtime error: slice bounds out of range [::100] with capacity 8
	try("slice3 order", func() { _ = a[i:j:7] })      // out: slice3 order: runtime error: slice bounds out of range [5:2:]
	try("slice3 cap", func() { _ = a[1:7:i] })        // out: slice3 cap: runtime error: slice bounds out of range [:7:5]
	try("string", func() { _ = "abc"[i] })            // out: string: runtime error: index out of range [5] with length 3
	try("string slice", func() { _ = "abc"[j:i] })    // out: string slice: runtime error: slice bounds out of range [:5] with length 3
	try("to array", func() { _ = (*[9]int)(a) })      // out: to array: runtime error: cannot convert slice with length 8 to pointer to array with length 9
	try("make", func() { _ = make([]int, j-5) })      // out: make: runtime error: makeslice: len out of range
	try("make cap", func() { _ = make([]int, i, j) }) // out: make cap: runtime error: makeslice: cap out of range

	matrix := make([][]float64, 3)
	for r := range matrix {
		matrix[r] = make([]float64, 2)
		for c := range matrix[r] {
			matrix[r][c] = float64(r) + float64(c)/10
		}
	}
	fmt.Println(matrix) // out: [[0 0.1] [1 1.1] [2 2.1]]
	for i := range matrix {
		matrix[i], matrix[len(matrix)-1-i] = matrix[len(matrix)-1-i], matrix[i]
		if i == 0 {
			break
		}
	}
	fmt.Println(matrix) // out: [[2 2.1] [1 1.1] [0 0.1]]
}
