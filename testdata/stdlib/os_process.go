// hood: run
// Processes: their streams, directory, environment and how they end.
package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "echo out $1 $V; pwd; echo err >&2; exit 3", "x", "arg"}, &os.ProcAttr{Dir: "/tmp", Env: []string{"V=env"}, Files: []*os.File{nil, os.Stdout, os.Stdout}})

	st, err := p.Wait()
	fmt.Println(st, err, st.ExitCode(), st.Success(), st.Exited(), st.Pid() == p.Pid, p.Signal(os.Interrupt))
	p, err = os.StartProcess("/bin/sleep", []string{"sleep", "100"}, &os.ProcAttr{Files: []*os.File{os.Stdin, os.Stdout, os.Stderr}})
	kill := p.Kill()
	fmt.Println(kill, err)
	st, err = p.Wait()
	fmt.Println(st, err, st.ExitCode(), st.Sys().(syscall.WaitStatus).Signal())
	_, err = os.StartProcess("/nope", nil, &os.ProcAttr{})
	fmt.Println(err)
	_, err = os.StartProcess("/bin/true", nil, &os.ProcAttr{Dir: "/none"})
	fmt.Println(err)
	q, _ := os.FindProcess(os.Getpid())
	fmt.Println(q.Pid == os.Getpid(), q.Signal(syscall.Signal(0)))
}
