// hood: run
// Package os/exec: streams, pipes, environment, errors, contexts.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

func main() {
	out, err := exec.Command("echo", "a b", "c").Output()
	fmt.Printf("%q %v\n", out, err)
	c := exec.Command("tr", "a-z", "A-Z")
	c.Stdin = strings.NewReader("hello")
	b, err := c.CombinedOutput()
	fmt.Printf("%q %v\n", b, err)
	_, err = exec.Command("sh", "-c", "echo oops >&2; exit 3").Output()
	var ee *exec.ExitError
	fmt.Println(errors.As(err, &ee), err)
	fmt.Printf("%q %d\n", ee.Stderr, ee.ExitCode())
	_, err = exec.LookPath("no-such-prog")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	fmt.Println(exec.Command("no-such-prog").Run(), exec.Command("/no/such").Run())
	ctx, cancel := context.WithTimeout(context.Background(), 1000*time.Millisecond)
	defer cancel()
	fmt.Println(exec.CommandContext(ctx, "sleep", "5").Run())
	c = exec.Command("cat")
	in, _ := c.StdinPipe()
	o, _ := c.StdoutPipe()
	fmt.Println(c.Start())
	io.WriteString(in, "piped\n")
	in.Close()
	x, _ := io.ReadAll(o)
	fmt.Printf("%q %v\n", x, c.Wait())
	c = exec.Command("sh", "-c", "echo $FOO; pwd")
	c.Env = append(os.Environ(), "FOO=1", "FOO=bar")
	c.Dir = "/"
	x, _ = c.Output()
	fmt.Printf("%q\n", x)
	fmt.Println(exec.Command("ls", "-l").String(), c.ProcessState)
	c = exec.Command("head", "-c", "5")
	c.Stdin = strings.NewReader(strings.Repeat("x", 1<<20))
	x, err = c.Output()
	fmt.Println(len(x), err)
	fmt.Println(exec.Command("").Run())
	var sb strings.Builder
	c = exec.Command("sh", "-c", "echo out; echo err >&2")
	c.Stdout, c.Stderr = &sb, &sb
	c.Run()
	fmt.Printf("%q\n", sb.String())
}
