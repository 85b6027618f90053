package syscall

// Credential is who a new process is.
type Credential struct {
	Uid         uint32
	Gid         uint32
	Groups      []uint32
	NoSetGroups bool // the groups stay as they are
}

// SysProcIDMap says who Size users or groups of a namespace, from ContainerID on, are outside, from HostID on.
type SysProcIDMap struct {
	ContainerID int
	HostID      int
	Size        int
}

// SysProcAttr is what else a new process gets.
type SysProcAttr struct {
	Chroot                     string
	Credential                 *Credential
	Ptrace                     bool // it is traced by the thread that starts it: runtime.LockOSThread before
	Setsid                     bool // its own session
	Setpgid                    bool // process group Pgid, its own for 0
	Setctty                    bool // its descriptor Ctty is its terminal; wants Setsid
	Noctty                     bool // its descriptor 0 is no longer its terminal
	Ctty                       int
	Foreground                 bool // its process group is the one in front on the terminal Ctty, a descriptor of ours
	Pgid                       int
	Pdeathsig                  Signal  // what it gets when the thread that started it ends
	Cloneflags                 uintptr // namespaces that are new with the process
	Unshareflags               uintptr // namespaces that it leaves
	UidMappings                []SysProcIDMap
	GidMappings                []SysProcIDMap
	GidMappingsEnableSetgroups bool
	AmbientCaps                []uintptr // capabilities that it keeps
	UseCgroupFD                bool      // it begins in the cgroup of CgroupFD
	CgroupFD                   int
	PidFD                      *int // set to a descriptor of the process
}

// simple tells whether nothing is wanted that spawn cannot do.
func (a *SysProcAttr) simple() bool {
	return a.Chroot == "" && a.Credential == nil && !a.Ptrace && !a.Setctty && !a.Noctty && !a.Foreground && a.Pdeathsig == 0 &&
		a.Cloneflags == 0 && a.Unshareflags == 0 && a.UidMappings == nil && a.GidMappings == nil && a.AmbientCaps == nil &&
		!a.UseCgroupFD && a.PidFD == nil
}

// forkAttr is a SysProcAttr for C++ (stdlib/native/fork_exec.cc): keep the two in step.
type forkAttr struct {
	chroot                          string
	groups                          []uint32
	caps                            []uintptr
	uidMap, gidMap, setgroups       string // what is written to files of the process
	flags, uid, gid                 uint64
	ctty, pgid, deathSignal, cgroup int64
	cloneFlags, unshareFlags        uint64
	pidFd                           *int
}

const (
	forkCredential = 1 << iota
	forkNoSetGroups
	forkPtrace
	forkSetsid
	forkSetpgid
	forkSetctty
	forkNoctty
	forkForeground
	forkUseCgroup
)

// forkExec starts a program.
func forkExec(path string, argv, env []string, dir string, files []uintptr, a *forkAttr) (pid int, err Errno)

func startProcess(path string, argv, env []string, attr *ProcAttr, sys *SysProcAttr) (pid int, handle uintptr, err error) {
	if sys.Setctty && sys.Foreground {
		return 0, 0, errBothTerminals
	}
	if sys.Setctty && sys.Ctty >= len(attr.Files) {
		return 0, 0, errCtty
	}
	a := &forkAttr{
		chroot:       sys.Chroot,
		caps:         sys.AmbientCaps,
		uidMap:       mapText(sys.UidMappings),
		gidMap:       mapText(sys.GidMappings),
		ctty:         int64(sys.Ctty),
		pgid:         int64(sys.Pgid),
		deathSignal:  int64(sys.Pdeathsig),
		cgroup:       int64(sys.CgroupFD),
		cloneFlags:   uint64(sys.Cloneflags),
		unshareFlags: uint64(sys.Unshareflags),
		pidFd:        sys.PidFD,
	}
	if sys.GidMappings != nil {
		a.setgroups = "deny"
		if sys.GidMappingsEnableSetgroups {
			a.setgroups = "allow"
		}
	}
	if c := sys.Credential; c != nil {
		a.flags |= forkCredential
		a.uid, a.gid, a.groups = uint64(c.Uid), uint64(c.Gid), c.Groups
		// Without a map that allows it, groups of a namespace cannot be set.
		if c.NoSetGroups || a.setgroups == "deny" && len(c.Groups) == 0 {
			a.flags |= forkNoSetGroups
		}
	}
	for _, f := range []struct {
		set bool
		bit uint64
	}{
		{sys.Ptrace, forkPtrace}, {sys.Setsid, forkSetsid}, {sys.Setpgid, forkSetpgid}, {sys.Setctty, forkSetctty},
		{sys.Noctty, forkNoctty}, {sys.Foreground, forkForeground}, {sys.UseCgroupFD, forkUseCgroup},
	} {
		if f.set {
			a.flags |= f.bit
		}
	}
	pid, e := forkExec(path, argv, env, attr.Dir, attr.Files, a)
	return pid, 0, orNil(e)
}

func mapText(maps []SysProcIDMap) string {
	text := ""
	for _, m := range maps {
		text += decimal(m.ContainerID) + " " + decimal(m.HostID) + " " + decimal(m.Size) + "\n"
	}
	return text
}

type attrError string

func (e attrError) Error() string { return string(e) }

const (
	errBothTerminals = attrError("both Setctty and Foreground set in SysProcAttr")
	errCtty          = attrError("Setctty set but Ctty not valid in child")
)
