// Set S: searching, splitting, replacing and building strings and bytes.
package main

import (
	"bytes"
	"fmt"
	"strings"
)

const rounds = 300

func main() {
	var b strings.Builder
	for i := 0; i < 20000; i++ {
		fmt.Fprintf(&b, "line %d of the text that is searched\n", i)
	}
	text := b.String()
	data := []byte(text)
	sum := 0
	for r := 0; r < rounds; r++ {
		sum += strings.Index(text, "line 19999 ")
		sum += strings.Count(text, "\n")
		sum += bytes.IndexByte(data, 'Z')
		sum += bytes.LastIndex(data, []byte("line 0 "))
		if strings.Contains(text, "not there") {
			sum++
		}
	}
	for r := 0; r < 10; r++ {
		sum += len(strings.Split(text, "\n"))
		sum += len(strings.Fields(text))
		sum += len(strings.ReplaceAll(text, "text", "book"))
		sum += len(strings.ToUpper(text))
	}
	for r := 0; r < 10; r++ {
		var b strings.Builder
		for i := 0; i < 100000; i++ {
			b.WriteString("some words ")
			b.WriteByte('x')
		}
		sum += b.Len()
	}
	fmt.Println(sum)
}
