// hood: run
// Package text/tabwriter is hood's own: a table with columns to the right, with borders, with empty cells.
package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

func main() {
	rows := [][3]string{{"package", "lines", "from"}, {"regexp", "3100", "Go tree"}, {"fmt", "900", "hood"}, {"ünïcode", "7", ""}}
	for _, flags := range []uint{0, tabwriter.AlignRight, tabwriter.AlignRight | tabwriter.Debug, tabwriter.DiscardEmptyColumns} {
		w := tabwriter.NewWriter(os.Stdout, 6, 8, 2, '.', flags)
		for _, r := range rows {
			fmt.Fprintf(w, "%s\t%s\t%s\t\n", r[0], r[1], r[2])
		}
		w.Flush()
		fmt.Println()
	}
}
