// Package exec runs other programs. Unlike a shell it expands nothing and makes no pipelines. Mirrors: src/os/exec
// (Go 1.22).
package exec

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

func quote(s string) string { return strconv.Quote(s) }

// ErrWaitDelay is that a process ended well, but what was connected to it went on for longer than Cmd.WaitDelay.
var ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")

// Cmd is a program to be run, once.
type Cmd struct {
	Path string   // the executable
	Args []string // its arguments, the first of which is its own name; empty means Path only
	Env  []string // its environment, key=value; nil is ours. Of the same key the last one counts.
	Dir  string   // where it runs; "" is where we are

	// Standard streams. nil is the null device. An *os.File goes to the process itself; with anything else goroutines copy,
	// and Wait waits for them. If Stdout and Stderr are equal, one goroutine at a time writes to them.
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer

	ExtraFiles  []*os.File // descriptors from 3 on
	SysProcAttr *syscall.SysProcAttr

	Process      *os.Process      // once started
	ProcessState *os.ProcessState // once waited for

	Err error // of looking for the executable; Start returns it

	// Cancel, if not nil, is called when the context is done; by default the process is killed. Its error is that of Wait,
	// unless it is os.ErrProcessDone.
	Cancel func() error
	// WaitDelay, if not zero, is how long Wait waits, after the context is done or the process has ended, before it kills
	// the process and closes its pipes.
	WaitDelay time.Duration

	ctx        context.Context
	childFiles []io.Closer // ends of pipes that belong to the process
	ourFiles   []io.Closer // the other ends
	copiers    []func() error
	copied     chan error // of the copiers, when they are done
	watched    chan error // what watching the context came to
	ended      chan struct{}
}

// Command returns a Cmd of the executable that LookPath finds.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext is Command for a process that is killed when ctx is done.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String returns the command as a shell might have it, for people to read.
func (c *Cmd) String() string {
	if c.Err != nil {
		return strings.Join(c.Args, " ")
	}
	var b strings.Builder
	b.WriteString(c.Path)
	for _, a := range c.Args[1:] {
		b.WriteString(" " + a)
	}
	return b.String()
}

// Environ returns the environment that the process will have.
func (c *Cmd) Environ() []string {
	env, _ := c.environ()
	return env
}

func (c *Cmd) environ() ([]string, error) {
	env := c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			if dir, err := filepath.Abs(c.Dir); err == nil {
				env = append(env, "PWD="+dir)
			}
		}
	}
	var err error
	last := map[string]int{} // where each key stands last
	for i, kv := range env {
		if strings.IndexByte(kv, 0) >= 0 {
			err = errors.New("exec: environment variable contains NUL")
			continue
		}
		key, _, ok := strings.Cut(kv, "=")
		if ok && key != "" {
			last[key] = i
		}
	}
	kept := make([]string, 0, len(env))
	for i, kv := range env {
		key, _, ok := strings.Cut(kv, "=")
		switch {
		case strings.IndexByte(kv, 0) >= 0:
		case !ok || key == "":
			if kv != "" {
				kept = append(kept, kv) // not for us to judge
			}
		case last[key] == i:
			kept = append(kept, kv)
		}
	}
	return kept, err
}

// ---- streams ----

func closeAll(list []io.Closer) {
	for _, f := range list {
		f.Close()
	}
}

func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err == nil {
		c.childFiles = append(c.childFiles, f)
	}
	return f, err
}

func (c *Cmd) stdin() (*os.File, error) {
	if c.Stdin == nil {
		return c.null(os.O_RDONLY)
	}
	if f, ok := c.Stdin.(*os.File); ok {
		return f, nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, r)
	c.ourFiles = append(c.ourFiles, w)
	c.copiers = append(c.copiers, func() error {
		_, err := io.Copy(w, c.Stdin)
		if brokenPipe(err) { // it need not read everything
			err = nil
		}
		if e := w.Close(); err == nil {
			err = e
		}
		return err
	})
	return r, nil
}

func brokenPipe(err error) bool {
	var pe *os.PathError
	return errors.As(err, &pe) && pe.Op == "write" && pe.Path == "|1" && pe.Err == syscall.EPIPE
}

func (c *Cmd) output(w io.Writer) (*os.File, error) {
	if w == nil {
		return c.null(os.O_WRONLY)
	}
	if f, ok := w.(*os.File); ok {
		return f, nil
	}
	r, end, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, end)
	c.ourFiles = append(c.ourFiles, r)
	c.copiers = append(c.copiers, func() error {
		_, err := io.Copy(w, r)
		r.Close()
		return err
	})
	return end, nil
}

func same(a, b any) (yes bool) {
	defer func() { recover() }() // of types that cannot be compared
	return a == b
}

func (c *Cmd) files() ([]*os.File, error) {
	in, err := c.stdin()
	if err != nil {
		return nil, err
	}
	out, err := c.output(c.Stdout)
	if err != nil {
		return nil, err
	}
	errs := out
	if c.Stderr == nil || !same(c.Stderr, c.Stdout) {
		if errs, err = c.output(c.Stderr); err != nil {
			return nil, err
		}
	}
	return append([]*os.File{in, out, errs}, c.ExtraFiles...), nil
}

// ---- running ----

// Run starts the process and waits for it. The error is an *ExitError if it ended with another status than 0.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

// Start starts the process. Wait must be called for it.
func (c *Cmd) Start() (err error) {
	if c.Process != nil {
		return errors.New("exec: already started")
	}
	defer func() {
		closeAll(c.childFiles)
		c.childFiles = nil
		if err != nil {
			closeAll(c.ourFiles)
			c.ourFiles = nil
		}
	}()
	switch {
	case c.Path == "" && c.Err == nil:
		return errors.New("exec: no command")
	case c.Err != nil:
		return c.Err
	case c.Cancel != nil && c.ctx == nil:
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	case c.ctx != nil && c.ctx.Err() != nil:
		return c.ctx.Err()
	}
	files, err := c.files()
	if err != nil {
		return err
	}
	env, err := c.environ()
	if err != nil {
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{Dir: c.Dir, Files: files, Env: env, Sys: c.SysProcAttr})
	if err != nil {
		return err
	}
	c.copied = make(chan error, len(c.copiers))
	for _, f := range c.copiers {
		go func(f func() error) { c.copied <- f() }(f)
	}
	if (c.Cancel != nil || c.WaitDelay != 0) && c.ctx != nil && c.ctx.Done() != nil {
		c.watched = make(chan error, 1)
		c.ended = make(chan struct{})
		go c.watch()
	}
	return nil
}

// watch interrupts the process when the context is done.
func (c *Cmd) watch() {
	select {
	case <-c.ended:
		c.watched <- nil
		return
	case <-c.ctx.Done():
	}
	err := c.ctx.Err()
	if c.Cancel != nil {
		if e := c.Cancel(); e == nil {
			// what comes of it is because of us
		} else if errors.Is(e, os.ErrProcessDone) {
			err = nil
		} else {
			err = wrapped{"exec: canceling Cmd", e}
		}
	}
	if c.WaitDelay == 0 {
		c.watched <- err
		return
	}
	timer := time.NewTimer(c.WaitDelay)
	select {
	case <-c.ended:
		timer.Stop()
	case <-timer.C:
		if e := c.Process.Kill(); e == nil {
			// killed
		} else if !errors.Is(e, os.ErrProcessDone) {
			err = wrapped{"exec: killing Cmd", e}
		}
	}
	c.watched <- err
}

type wrapped struct {
	prefix string
	err    error
}

func (w wrapped) Error() string { return w.prefix + ": " + w.err.Error() }
func (w wrapped) Unwrap() error { return w.err }

// ExitError is the end of a process that was no success.
type ExitError struct {
	*os.ProcessState
	// Stderr is what the process wrote to standard error, if Output ran it and Cmd.Stderr was nil; of much the beginning
	// and the end.
	Stderr []byte
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// Wait waits for the end of the process, and for what copies to and from it. The error is an *ExitError if it was no
// success. It closes the pipes of StdoutPipe and its like.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.ProcessState != nil {
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	if c.watched != nil {
		close(c.ended)
		// That the context is done matters only if the process was a success; that it could not be interrupted, always.
		if e := <-c.watched; e != nil && (err == nil || !errors.Is(e, c.ctx.Err())) {
			err = e
		}
	}
	if e := c.waitForCopies(); e != nil && err == nil {
		err = e
	}
	closeAll(c.ourFiles)
	c.ourFiles = nil
	return err
}

// waitForCopies returns the first error of what copies.
func (c *Cmd) waitForCopies() error {
	var expired <-chan time.Time
	if c.WaitDelay != 0 {
		t := time.NewTimer(c.WaitDelay)
		defer t.Stop()
		expired = t.C
	}
	var first error
	for range c.copiers {
		select {
		case err := <-c.copied:
			if first == nil {
				first = err
			}
		case <-expired:
			closeAll(c.ourFiles)
			if first == nil {
				first = ErrWaitDelay
			}
			return first
		}
	}
	return first
}

// Output runs the process and returns what it wrote to standard output.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out bytes.Buffer
	c.Stdout = &out
	capture := c.Stderr == nil
	if capture {
		c.Stderr = &ends{limit: 32 << 10}
	}
	err := c.Run()
	if exit, ok := err.(*ExitError); ok && capture {
		exit.Stderr = c.Stderr.(*ends).bytes()
	}
	return out.Bytes(), err
}

// CombinedOutput runs the process and returns what it wrote to standard output and standard error.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var b bytes.Buffer
	c.Stdout, c.Stderr = &b, &b
	err := c.Run()
	return b.Bytes(), err
}

// StdinPipe returns a pipe to the process's standard input. It is closed when the process ends, by Wait.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	if c.Stdin != nil {
		return nil, errors.New("exec: Stdin already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: StdinPipe after process started")
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.Stdin = r
	c.childFiles = append(c.childFiles, r)
	input := &closeOnce{File: w}
	c.ourFiles = append(c.ourFiles, input)
	return input, nil
}

// A closeOnce may be closed by Wait and by who writes, whoever comes first.
type closeOnce struct {
	*os.File
	once sync.Once
	err  error
}

func (c *closeOnce) Close() error {
	c.once.Do(func() { c.err = c.File.Close() })
	return c.err
}

// StdoutPipe returns a pipe from the process's standard output. Wait closes it: read everything before.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: StdoutPipe after process started")
	}
	r, w, err := c.outputPipe()
	if err != nil {
		return nil, err
	}
	c.Stdout = w
	return r, nil
}

// StderrPipe is StdoutPipe for standard error.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) {
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: StderrPipe after process started")
	}
	r, w, err := c.outputPipe()
	if err != nil {
		return nil, err
	}
	c.Stderr = w
	return r, nil
}

func (c *Cmd) outputPipe() (r, w *os.File, err error) {
	r, w, err = os.Pipe()
	if err == nil {
		c.childFiles = append(c.childFiles, w)
		c.ourFiles = append(c.ourFiles, r)
	}
	return r, w, err
}

// ends keeps the beginning and the end of what is written to it.
type ends struct {
	limit   int
	head    []byte
	tail    []byte
	dropped int64
}

func (e *ends) Write(p []byte) (int, error) {
	n := len(p)
	room := min(e.limit-len(e.head), n)
	e.head = append(e.head, p[:room]...)
	e.tail = append(e.tail, p[room:]...)
	if over := len(e.tail) - e.limit; over > 0 {
		e.dropped += int64(over)
		e.tail = append(e.tail[:0], e.tail[over:]...)
	}
	return n, nil
}

func (e *ends) bytes() []byte {
	if e.dropped == 0 {
		return append(e.head, e.tail...)
	}
	b := append(e.head, "\n... omitting "+strconv.FormatInt(e.dropped, 10)+" bytes ...\n"...)
	return append(b, e.tail...)
}
