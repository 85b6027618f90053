package syscall

// Timeval is a time in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Nano returns the time in nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1000 }

// Rusage is what a process used.
type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

// WaitStatus is how a process changed: the low seven bits are the signal that ended it, 0 if it exited; the next
// bit says that it left a core; the status is above.
type WaitStatus uint32

func (w WaitStatus) Exited() bool   { return w&0x7F == 0 }
func (w WaitStatus) Signaled() bool { return w&0x7F != 0x7F && w&0x7F != 0 }
func (w WaitStatus) Stopped() bool  { return w&0xFF == 0x7F }
func (w WaitStatus) Continued() bool {
	return w == 0xFFFF
}
func (w WaitStatus) CoreDump() bool { return w.Signaled() && w&0x80 != 0 }

// ExitStatus returns the status, -1 if the process did not exit.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xFF
}

// Signal returns the signal that ended the process, -1 if none did.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7F)
}

// StopSignal returns the signal that stopped the process, -1 if none did.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xFF
}

// ProcAttr is what a new process gets: its directory, environment and descriptors 0, 1, ….
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

// spawn starts a program. group is -1 to stay in the process group.
func spawn(path string, argv, env []string, dir string, files []uintptr, session bool, group int) (pid int, err Errno)

// wait waits for a process to change.
func wait(pid int, status *WaitStatus, options int, usage *Rusage) (wpid int, err Errno)

// exec turns this process into another program. It returns only if it cannot.
func exec(path string, argv, env []string) (err Errno)

// StartProcess starts a program, with argv[0] as its name.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	sys := attr.Sys
	if sys == nil {
		sys = &SysProcAttr{}
	}
	if !sys.simple() {
		return startProcess(argv0, argv, env, attr, sys)
	}
	group := -1
	if sys.Setpgid {
		group = sys.Pgid
	}
	pid, e := spawn(argv0, argv, env, attr.Dir, attr.Files, sys.Setsid, group)
	return pid, 0, orNil(e)
}

// Wait4 waits for a process to end, or to change in another way that options name.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	if wstatus == nil {
		wstatus = new(WaitStatus)
	}
	if rusage == nil {
		rusage = new(Rusage)
	}
	wpid, e := wait(pid, wstatus, options, rusage)
	if e != 0 {
		return -1, e
	}
	return wpid, nil
}

// ForkExec starts a program.
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error) {
	pid, _, err = StartProcess(argv0, argv, attr)
	return pid, err
}

// Exec turns this process into another program: nothing of the present one goes on, no deferred function is called.
func Exec(argv0 string, argv []string, envv []string) error {
	return orNil(exec(argv0, argv, envv))
}

// TrapCause tells which ptrace event has stopped the process, -1 if none has.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w>>16) & 0xFF
}
