package syscall

// setIDs changes who the process is, for all its threads.
func setIDs(call idCall, a, b, c int) (err Errno)

// setGroups changes the process's other groups, for all its threads.
func setGroups(gids []uint32) (err Errno)

// idCall is one of the C library's functions: keep the order in step with stdlib/native/process_ids.cc.
type idCall int

const (
	callSetuid idCall = iota
	callSetgid
	callSeteuid
	callSetegid
	callSetreuid
	callSetregid
	callSetresuid
	callSetresgid
)

func Setuid(uid int) error { return orNil(setIDs(callSetuid, uid, 0, 0)) }

func Setgid(gid int) error { return orNil(setIDs(callSetgid, gid, 0, 0)) }

func Seteuid(euid int) error { return orNil(setIDs(callSeteuid, euid, 0, 0)) }

func Setegid(egid int) error { return orNil(setIDs(callSetegid, egid, 0, 0)) }

func Setreuid(ruid, euid int) error { return orNil(setIDs(callSetreuid, ruid, euid, 0)) }

func Setregid(rgid, egid int) error { return orNil(setIDs(callSetregid, rgid, egid, 0)) }

func Setresuid(ruid, euid, suid int) error { return orNil(setIDs(callSetresuid, ruid, euid, suid)) }

func Setresgid(rgid, egid, sgid int) error { return orNil(setIDs(callSetresgid, rgid, egid, sgid)) }

func Setgroups(gids []int) error {
	list := make([]uint32, len(gids))
	for i, gid := range gids {
		list[i] = uint32(gid)
	}
	return orNil(setGroups(list))
}

// Setfsuid and Setfsgid change who the kernel takes the process for when it looks at files. It does not tell if it refuses.
func Setfsuid(uid int) error { return onEachThread(SYS_SETFSUID, uid) }

func Setfsgid(gid int) error { return onEachThread(SYS_SETFSGID, gid) }

func onEachThread(trap uintptr, id int) error {
	_, _, e := AllThreadsSyscall(trap, uintptr(id), 0, 0)
	return orNil(e)
}
