// Set S: counting words in a map.
package main

import (
	"bufio"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

func main() {
	var b strings.Builder
	x := uint32(1)
	for i := 0; i < 600000; i++ {
		x = x*1664525 + 1013904223
		b.WriteByte('w')
		b.WriteString(strconv.Itoa(int(x>>16) % 5000))
		if i%12 == 11 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	text := b.String()
	count := map[string]int{}
	for r := 0; r < 4; r++ {
		s := bufio.NewScanner(strings.NewReader(text))
		s.Split(bufio.ScanWords)
		for s.Scan() {
			count[s.Text()]++
		}
	}
	words := make([]string, 0, len(count))
	for w := range count {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		if count[words[i]] != count[words[j]] {
			return count[words[i]] > count[words[j]]
		}
		return words[i] < words[j]
	})
	for _, w := range words[:5] {
		fmt.Println(w, count[w])
	}
	fmt.Println(len(words))
}
