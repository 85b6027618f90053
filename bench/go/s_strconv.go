// Set S: numbers to text and back.
package main

import (
	"fmt"
	"strconv"
)

const n = 1000000

func main() {
	sum := 0
	buf := make([]byte, 0, 64)
	for i := 0; i < n; i++ {
		s := strconv.Itoa(i * 7919)
		v, _ := strconv.Atoi(s)
		sum += v
		buf = strconv.AppendInt(buf[:0], int64(i), 16)
		sum += len(buf)
	}
	for i := 0; i < n/2; i++ {
		f := float64(i) * 1.1
		buf = strconv.AppendFloat(buf[:0], f, 'g', -1, 64)
		g, _ := strconv.ParseFloat(string(buf), 64)
		if f == g {
			sum++
		}
		buf = strconv.AppendQuote(buf[:0], "a \"quoted\" text\n")
		sum += len(buf)
	}
	fmt.Println(sum)
}
