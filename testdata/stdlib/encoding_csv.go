// hood: run
// Package encoding/csv: reading with its quoting rules, its errors with line and column, and writing.
package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	r := csv.NewReader(strings.NewReader("name,quote\nKen,\"he said \"\"go\"\"\"\n# a comment\nRob,\"two\nlines\"\n\nünï,  x\n"))
	r.Comment = '#'
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		line, col := r.FieldPos(0)
		fmt.Printf("%d:%d %q %v\n", line, col, record, err)
	}
	for _, bad := range []string{"a,b\nc", "a\"b,c", "\"a", "\"a\" b,c"} {
		_, err := csv.NewReader(strings.NewReader(bad)).ReadAll()
		fmt.Println(err)
	}
	lazy := csv.NewReader(strings.NewReader("a \"word\"; \"1\"2\"\n"))
	lazy.LazyQuotes, lazy.Comma, lazy.TrimLeadingSpace = true, ';', true
	fmt.Println(lazy.Read())
	w := csv.NewWriter(os.Stdout)
	w.WriteAll([][]string{{"plain", "with, comma", "with \"quotes\""}, {"", " lead", "two\nlines"}, {""}})
	w.Comma, w.UseCRLF = '|', true
	w.Write([]string{"a|b", "c"})
	w.Flush()
	fmt.Println(w.Error())
}
