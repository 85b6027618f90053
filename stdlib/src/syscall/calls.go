package syscall

import "unsafe"

const (
	_AT_FDCWD            = -100
	_AT_REMOVEDIR        = 0x200
	_AT_SYMLINK_NOFOLLOW = 0x100
	_AT_EACCESS          = 0x200

	sysFchmodat2 = 452
)

// number is the result of a call that returns one.
func number(r, _ uintptr, e Errno) (int, error) {
	if e != 0 {
		return -1, e
	}
	return int(r), nil
}

// only is the result of a call that returns nothing else.
func only(_, _ uintptr, e Errno) error { return orNil(e) }

// onPathAt makes a call about a path below a directory.
func onPathAt(trap uintptr, dirfd int, path string, a, b uintptr) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	return only(Syscall6(trap, uintptr(dirfd), uintptr(unsafe.Pointer(p)), a, b, 0, 0))
}

// dataOf returns where bytes are: not nil, even if there are none. Memory whose address is converted to uintptr in the
// arguments of a call, and only there, is in use until the call is over.
func dataOf(b []byte) unsafe.Pointer {
	if len(b) == 0 {
		return unsafe.Pointer(&noBytes)
	}
	return unsafe.Pointer(&b[0])
}

var noBytes uintptr

// ---- files ----

func Creat(path string, mode uint32) (fd int, err error) {
	return Open(path, O_CREAT|O_WRONLY|O_TRUNC, mode)
}

func Openat(dirfd int, path string, flags int, mode uint32) (fd int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	return number(Syscall6(SYS_OPENAT, uintptr(dirfd), uintptr(unsafe.Pointer(p)), uintptr(flags|O_LARGEFILE), uintptr(mode), 0, 0))
}

func Mkdirat(dirfd int, path string, mode uint32) error {
	return onPathAt(SYS_MKDIRAT, dirfd, path, uintptr(mode), 0)
}

func Mknodat(dirfd int, path string, mode uint32, dev int) error {
	return onPathAt(SYS_MKNODAT, dirfd, path, uintptr(mode), uintptr(dev))
}

func Unlinkat(dirfd int, path string) error { return onPathAt(SYS_UNLINKAT, dirfd, path, 0, 0) }

func Renameat(olddirfd int, oldpath string, newdirfd int, newpath string) error {
	from, err := BytePtrFromString(oldpath)
	if err != nil {
		return err
	}
	return onPathAfter(SYS_RENAMEAT, uintptr(olddirfd), uintptr(unsafe.Pointer(from)), newdirfd, newpath)
}

// onPathAfter is onPathAt for calls whose path comes third.
func onPathAfter(trap, a, b uintptr, dirfd int, path string) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	return only(Syscall6(trap, a, b, uintptr(dirfd), uintptr(unsafe.Pointer(p)), 0, 0))
}

func Fchownat(dirfd int, path string, uid int, gid int, flags int) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	return only(Syscall6(SYS_FCHOWNAT, uintptr(dirfd), uintptr(unsafe.Pointer(p)), uintptr(uid), uintptr(gid), uintptr(flags), 0))
}

// Fchmodat takes no flags that the kernel's old call has no room for.
func Fchmodat(dirfd int, path string, mode uint32, flags int) error {
	if flags&^_AT_SYMLINK_NOFOLLOW != 0 {
		return EINVAL
	}
	if flags != 0 {
		err := onPathAt(sysFchmodat2, dirfd, path, uintptr(mode), uintptr(flags))
		if err == ENOSYS {
			return EOPNOTSUPP
		}
		return err
	}
	return onPathAt(SYS_FCHMODAT, dirfd, path, uintptr(mode), 0)
}

// Faccessat tells whether a file may be used in a way. Flags are done here where the kernel has no faccessat2.
func Faccessat(dirfd int, path string, mode uint32, flags int) error {
	if flags == 0 {
		return onPathAt(SYS_FACCESSAT, dirfd, path, uintptr(mode), 0)
	}
	const sysFaccessat2 = 439
	err := onPathAt(sysFaccessat2, dirfd, path, uintptr(mode), uintptr(flags))
	if err == ENOSYS && flags&^_AT_EACCESS == 0 && Getuid() == Geteuid() && Getgid() == Getegid() {
		return onPathAt(SYS_FACCESSAT, dirfd, path, uintptr(mode), 0)
	}
	return err
}

func Fallocate(fd int, mode uint32, off int64, length int64) error {
	return only(Syscall6(SYS_FALLOCATE, uintptr(fd), uintptr(mode), uintptr(off), uintptr(length), 0, 0))
}

func Fdatasync(fd int) error { return onFd(SYS_FDATASYNC, fd, 0, 0) }

func SyncFileRange(fd int, off int64, n int64, flags int) error {
	return only(Syscall6(SYS_SYNC_FILE_RANGE, uintptr(fd), uintptr(off), uintptr(n), uintptr(flags), 0, 0))
}

func Fstatfs(fd int, buf *Statfs_t) error {
	return onPointer(SYS_FSTATFS, uintptr(fd), unsafe.Pointer(buf))
}

func Ustat(dev int, buf *Ustat_t) error {
	return onPointer(SYS_USTAT, uintptr(dev), unsafe.Pointer(buf))
}

func FcntlFlock(fd uintptr, cmd int, lk *Flock_t) error {
	return only(Syscall(SYS_FCNTL, fd, uintptr(cmd), uintptr(unsafe.Pointer(lk))))
}

// CloseOnExec makes that programs which this one turns into, or starts, do not get the descriptor.
func CloseOnExec(fd int) { call(SYS_FCNTL, uintptr(fd), F_SETFD, FD_CLOEXEC) }

func Pipe(p []int) error { return Pipe2(p, 0) }

// Getcwd writes the present directory and a NUL to buf.
func Getcwd(buf []byte) (n int, err error) {
	return number(Syscall(SYS_GETCWD, uintptr(dataOf(buf)), uintptr(len(buf)), 0))
}

func ReadDirent(fd int, buf []byte) (n int, err error) { return Getdents(fd, buf) }

// ParseDirent appends the names of at most max entries (all if max < 0), but not "." and "..", to names. It returns
// how many bytes of buf those were, and how many names.
func ParseDirent(buf []byte, max int, names []string) (consumed int, count int, newnames []string) {
	const head = int(unsafe.Offsetof(Dirent{}.Name))
	for max != 0 && consumed+head <= len(buf) {
		entry := (*Dirent)(unsafe.Pointer(&buf[consumed]))
		end := consumed + int(entry.Reclen)
		if int(entry.Reclen) < head || end > len(buf) {
			break
		}
		name := buf[consumed+head : end]
		for i, c := range name {
			if c == 0 {
				name = name[:i]
				break
			}
		}
		consumed = end
		if entry.Ino == 0 || string(name) == "." || string(name) == ".." {
			continue
		}
		names = append(names, string(name))
		count++
		max--
	}
	return consumed, count, names
}

func Sendfile(outfd int, infd int, offset *int64, count int) (written int, err error) {
	return number(Syscall6(SYS_SENDFILE, uintptr(outfd), uintptr(infd), uintptr(unsafe.Pointer(offset)), uintptr(count), 0, 0))
}

func Splice(rfd int, roff *int64, wfd int, woff *int64, length int, flags int) (n int64, err error) {
	moved, err := number(Syscall6(SYS_SPLICE, uintptr(rfd), uintptr(unsafe.Pointer(roff)), uintptr(wfd), uintptr(unsafe.Pointer(woff)), uintptr(length), uintptr(flags)))
	return int64(moved), err
}

func Tee(rfd int, wfd int, length int, flags int) (n int64, err error) {
	copied, err := number(Syscall6(SYS_TEE, uintptr(rfd), uintptr(wfd), uintptr(length), uintptr(flags), 0, 0))
	return int64(copied), err
}

// Select waits on a thread until a descriptor is ready.
func Select(nfd int, r *FdSet, w *FdSet, e *FdSet, timeout *Timeval) (n int, err error) {
	return number(Syscall6(SYS_SELECT, uintptr(nfd), uintptr(unsafe.Pointer(r)), uintptr(unsafe.Pointer(w)), uintptr(unsafe.Pointer(e)), uintptr(unsafe.Pointer(timeout)), 0))
}

// ---- extended attributes ----

// onAttribute makes a call about an attribute of a file.
func onAttribute(trap uintptr, path, attr string, value []byte, flags int) (n int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	name, err := BytePtrFromString(attr)
	if err != nil {
		return -1, err
	}
	return number(Syscall6(trap, uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(name)), uintptr(dataOf(value)), uintptr(len(value)), uintptr(flags), 0))
}

func Getxattr(path string, attr string, dest []byte) (size int, err error) {
	return onAttribute(SYS_GETXATTR, path, attr, dest, 0)
}

func Setxattr(path string, attr string, data []byte, flags int) error {
	_, err := onAttribute(SYS_SETXATTR, path, attr, data, flags)
	return err
}

func Removexattr(path string, attr string) error {
	_, err := onAttribute(SYS_REMOVEXATTR, path, attr, nil, 0)
	return err
}

func Listxattr(path string, dest []byte) (size int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	return number(Syscall(SYS_LISTXATTR, uintptr(unsafe.Pointer(p)), uintptr(dataOf(dest)), uintptr(len(dest))))
}

// ---- readiness of descriptors, changes of files ----

func EpollCreate(size int) (fd int, err error) {
	return number(Syscall(SYS_EPOLL_CREATE, uintptr(size), 0, 0))
}

func EpollCreate1(flag int) (fd int, err error) {
	return number(Syscall(SYS_EPOLL_CREATE1, uintptr(flag), 0, 0))
}

func EpollCtl(epfd int, op int, fd int, event *EpollEvent) error {
	return only(Syscall6(SYS_EPOLL_CTL, uintptr(epfd), uintptr(op), uintptr(fd), uintptr(unsafe.Pointer(event)), 0, 0))
}

func EpollWait(epfd int, events []EpollEvent, msec int) (n int, err error) {
	p := unsafe.Pointer(&noBytes)
	if len(events) > 0 {
		p = unsafe.Pointer(&events[0])
	}
	return number(Syscall6(SYS_EPOLL_WAIT, uintptr(epfd), uintptr(p), uintptr(len(events)), uintptr(msec), 0, 0))
}

func InotifyInit() (fd int, err error) { return InotifyInit1(0) }

func InotifyInit1(flags int) (fd int, err error) {
	return number(Syscall(SYS_INOTIFY_INIT1, uintptr(flags), 0, 0))
}

func InotifyAddWatch(fd int, pathname string, mask uint32) (watchdesc int, err error) {
	p, err := BytePtrFromString(pathname)
	if err != nil {
		return -1, err
	}
	return number(Syscall(SYS_INOTIFY_ADD_WATCH, uintptr(fd), uintptr(unsafe.Pointer(p)), uintptr(mask)))
}

func InotifyRmWatch(fd int, watchdesc uint32) (success int, err error) {
	return number(Syscall(SYS_INOTIFY_RM_WATCH, uintptr(fd), uintptr(watchdesc), 0))
}

// ---- memory ----

func Mlock(b []byte) error { return onMemory(SYS_MLOCK, b, 0) }

func Munlock(b []byte) error { return onMemory(SYS_MUNLOCK, b, 0) }

func Mlockall(flags int) error { return onFd(SYS_MLOCKALL, flags, 0, 0) }

func Munlockall() error { return onFd(SYS_MUNLOCKALL, 0, 0, 0) }

// ---- the system ----

func Acct(path string) error { return onPath(SYS_ACCT, path, 0, 0) }

func Chroot(path string) error { return onPath(SYS_CHROOT, path, 0, 0) }

func PivotRoot(newroot string, putold string) error {
	return orNil(callPaths(SYS_PIVOT_ROOT, newroot, putold))
}

func Mount(source string, target string, fstype string, flags uintptr, data string) error {
	var texts [4]*byte
	for i, s := range []string{source, target, fstype, data} {
		p, err := BytePtrFromString(s)
		if err != nil {
			return err
		}
		texts[i] = p
	}
	if data == "" {
		texts[3] = nil
	}
	return only(Syscall6(SYS_MOUNT, uintptr(unsafe.Pointer(texts[0])), uintptr(unsafe.Pointer(texts[1])), uintptr(unsafe.Pointer(texts[2])), flags, uintptr(unsafe.Pointer(texts[3])), 0))
}

func Unmount(target string, flags int) error { return onPath(SYS_UMOUNT2, target, flags, 0) }

func Unshare(flags int) error { return onFd(SYS_UNSHARE, flags, 0, 0) }

func Sysinfo(info *Sysinfo_t) error {
	return onPointer(SYS_SYSINFO, uintptr(unsafe.Pointer(info)), nil)
}

func Klogctl(typ int, buf []byte) (n int, err error) {
	return number(Syscall(SYS_SYSLOG, uintptr(typ), uintptr(dataOf(buf)), uintptr(len(buf))))
}

func Reboot(cmd int) error {
	return only(Syscall(SYS_REBOOT, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, uintptr(cmd)))
}

func Sethostname(p []byte) error { return onMemory(SYS_SETHOSTNAME, p, 0) }

func Setdomainname(p []byte) error { return onMemory(SYS_SETDOMAINNAME, p, 0) }

func Ioperm(from int, num int, on int) error { return onFd(SYS_IOPERM, from, num, on) }

func Iopl(level int) error { return onFd(SYS_IOPL, level, 0, 0) }

// Getpriority returns 20 minus the nice value.
func Getpriority(which int, who int) (prio int, err error) {
	return number(Syscall(SYS_GETPRIORITY, uintptr(which), uintptr(who), 0))
}

func Setpriority(which int, who int, prio int) error { return onFd(SYS_SETPRIORITY, which, who, prio) }

func Pause() error { return onFd(SYS_PAUSE, 0, 0, 0) }

func Tgkill(tgid int, tid int, sig Signal) error { return onFd(SYS_TGKILL, tgid, tid, int(sig)) }
