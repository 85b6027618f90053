// hood: run
// Tabs become columns: widths, alignment, escapes and flags.
package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

func main() {
	text := "a\tbbb\tc\naaaa\tb\tcc\n\n\tindented\tx\n<b>html</b>&amp;\ty\vz\nwide 世界\t1\n\xff\t\xff\tescaped\nlast"
	for _, flags := range []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.DiscardEmptyColumns, tabwriter.TabIndent,
		tabwriter.FilterHTML | tabwriter.StripEscape, tabwriter.AlignRight | tabwriter.Debug | tabwriter.FilterHTML} {
		for _, pad := range []byte{'.', ' ', '\t'} {
			w := tabwriter.NewWriter(os.Stdout, 5, 8, 1, pad, flags)
			fmt.Fprint(w, text)
			fmt.Fprint(w, "\tmore\f new\tsection\n")
			w.Flush()
			fmt.Printf("\n== %d %q\n", flags, pad)
		}
	}
}
