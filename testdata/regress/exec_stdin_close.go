// hood: run
// Wait closes the pipe to the process's standard input; that whoever writes to it closes it, too, is no error.
package main

import (
	"fmt"
	"os/exec"
)

func main() {
	cmd := exec.Command("cat")
	in, err := cmd.StdinPipe()
	fmt.Println(err, cmd.Start()) // out: <nil> <nil>
	fmt.Println(in.Close())       // out: <nil>
	fmt.Println(cmd.Wait())       // out: <nil>
	fmt.Println(in.Close())       // out: <nil>
}
