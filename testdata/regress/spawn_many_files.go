// hood: run
// A program with some 400 open files started children whose standard files were others' or none: they were moved out of each
// other's way to descriptors that were in use.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

func main() {
	bad := 0
	for top := 388; top < 404; top++ {
		var held []*os.File
		for open := true; open; {
			f, err := os.Open(os.DevNull)
			if err != nil {
				panic(err)
			}
			held = append(held, f)
			open = int(f.Fd()) < top
		}
		cmd := exec.Command("sh", "-c", "cat; echo err >&2")
		cmd.Stdin = strings.NewReader("in")
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil || out.String() != "in" || errs.String() != "err\n" {
			bad++
		}
		for _, f := range held {
			f.Close()
		}
	}
	fmt.Println(bad)
}

// out: 0
