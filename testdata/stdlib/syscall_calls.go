// hood: run   knobs: gcstress=1000
// Package syscall: files below directories, locks, attributes, sockets and control messages, readiness, times, processes.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"unsafe"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func must[T any](x T, err error) T {
	check(err)
	return x
}

func files(dir string) {
	d := must(syscall.Open(dir, syscall.O_RDONLY|syscall.O_DIRECTORY, 0))
	defer syscall.Close(d)
	check(syscall.Mkdirat(d, "sub", 0o755))
	fd := must(syscall.Openat(d, "sub/a", syscall.O_RDWR|syscall.O_CREAT, 0o600))
	must(syscall.Write(fd, []byte("some text")))
	check(syscall.Fdatasync(fd))
	check(syscall.Fchmodat(d, "sub/a", 0o640, 0))
	check(syscall.Faccessat(d, "sub/a", 4, 0))
	check(syscall.Renameat(d, "sub/a", d, "b"))
	fmt.Println(syscall.Faccessat(d, "sub/a", 4, 0))
	check(syscall.Utimes(filepath.Join(dir, "b"), []syscall.Timeval{{Sec: 1, Usec: 500000}, {Sec: 2}}))
	var st syscall.Stat_t
	check(syscall.Fstat(fd, &st))
	fmt.Println(st.Atim, st.Mtim, st.Mode&0o777, st.Size)
	check(syscall.Futimes(fd, []syscall.Timeval{{Sec: 3}, {Sec: 4, Usec: 7}}))
	check(syscall.Utime(filepath.Join(dir, "sub"), &syscall.Utimbuf{Actime: 5, Modtime: 6}))
	check(syscall.Fstat(fd, &st))
	fmt.Println(st.Atim, st.Mtim)
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Len: 4}
	check(syscall.FcntlFlock(uintptr(fd), syscall.F_SETLK, &lock))
	check(syscall.FcntlFlock(uintptr(fd), syscall.F_GETLK, &lock))
	fmt.Println(lock.Type == syscall.F_UNLCK) // our own lock is in nobody's way

	buf := make([]byte, 4096)
	n := must(syscall.ReadDirent(d, buf))
	consumed, count, names := syscall.ParseDirent(buf[:n], -1, nil)
	sort.Strings(names)
	fmt.Println(consumed == n, count, names)
	check(syscall.Unlinkat(d, "b"))
	fmt.Println(syscall.Unlinkat(d, "b"))
	var fs syscall.Statfs_t
	fmt.Println(syscall.Fstatfs(fd, &fs), fs.Bsize > 0)
	if err := syscall.Setxattr(dir, "user.hood", []byte("value"), 0); err != syscall.ENOTSUP {
		check(err)
		n = must(syscall.Getxattr(dir, "user.hood", buf))
		if string(buf[:n]) != "value" || !strings.Contains(string(buf[:must(syscall.Listxattr(dir, buf))]), "user.hood\x00") {
			fmt.Println("wrong attribute")
		}
		check(syscall.Removexattr(dir, "user.hood"))
	}
	_, err := syscall.Getxattr(dir, "user.none", buf)
	fmt.Println(err == syscall.ENODATA || err == syscall.ENOTSUP)
	check(syscall.Close(fd))
}

func pipes() {
	var p [2]int
	check(syscall.Pipe(p[:]))
	syscall.CloseOnExec(p[0])
	ep := must(syscall.EpollCreate1(syscall.EPOLL_CLOEXEC))
	check(syscall.EpollCtl(ep, syscall.EPOLL_CTL_ADD, p[0], &syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(p[0]), Pad: 42}))
	events := make([]syscall.EpollEvent, 4)
	fmt.Println(syscall.EpollWait(ep, events, 0))
	must(syscall.Write(p[1], []byte("x")))
	fmt.Println(must(syscall.EpollWait(ep, events, 1000)), events[0].Events == syscall.EPOLLIN, events[0].Fd == int32(p[0]), events[0].Pad)
	var set syscall.FdSet
	set.Bits[p[0]/64] |= 1 << (uint(p[0]) % 64)
	fmt.Println(syscall.Select(p[0]+1, &set, nil, nil, &syscall.Timeval{Sec: 1}))
	for _, fd := range []int{p[0], p[1], ep} {
		check(syscall.Close(fd))
	}
}

func sockets() {
	l := must(syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0))
	check(syscall.SetsockoptInt(l, syscall.SOL_SOCKET, syscall.SO_REUSEADDR, 1))
	fmt.Println(syscall.GetsockoptInt(l, syscall.SOL_SOCKET, syscall.SO_REUSEADDR))
	check(syscall.Bind(l, &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}))
	check(syscall.Listen(l, 1))
	addr := must(syscall.Getsockname(l)).(*syscall.SockaddrInet4)
	fmt.Println(addr.Port > 0, addr.Addr)
	c := must(syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0))
	check(syscall.Connect(c, addr))
	s, from, err := syscall.Accept(l)
	fmt.Println(err, *from.(*syscall.SockaddrInet4) == *must(syscall.Getsockname(c)).(*syscall.SockaddrInet4))
	must(syscall.Write(c, []byte("to the server")))
	buf := make([]byte, 100)
	n, _, err := syscall.Recvfrom(s, buf, 0)
	fmt.Println(string(buf[:n]), err)
	check(syscall.Shutdown(s, syscall.SHUT_WR))
	fmt.Println(syscall.Read(c, buf))
	fmt.Println(syscall.Bind(c, &syscall.SockaddrInet4{Port: 70000}), syscall.Bind(c, &syscall.SockaddrUnix{Name: strings.Repeat("x", 200)}))
	for _, fd := range []int{l, c, s} {
		check(syscall.Close(fd))
	}
}

func messages() {
	pair := must(syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0))
	f := must(os.Open("/dev/null"))
	check(syscall.Sendmsg(pair[0], []byte("file"), syscall.UnixRights(int(f.Fd()), 0), nil, 0))
	buf, oob := make([]byte, 10), make([]byte, 100)
	n, oobn, flags, from, err := syscall.Recvmsg(pair[1], buf, oob, 0)
	fmt.Println(string(buf[:n]), oobn == syscall.CmsgSpace(8), flags&syscall.MSG_TRUNC, from, err)
	all := must(syscall.ParseSocketControlMessage(oob[:oobn]))
	fds := must(syscall.ParseUnixRights(&all[0]))
	var a, b syscall.Stat_t
	check(syscall.Fstat(fds[0], &a))
	check(syscall.Fstat(int(f.Fd()), &b))
	fmt.Println(len(all), len(fds), a.Rdev == b.Rdev)
	_, err = syscall.ParseUnixCredentials(&all[0])
	fmt.Println(err, len(syscall.UnixCredentials(&syscall.Ucred{Pid: 1})) == syscall.CmsgSpace(12))
	check(syscall.SetsockoptInt(pair[1], syscall.SOL_SOCKET, syscall.SO_PASSCRED, 1))
	cred := must(syscall.GetsockoptUcred(pair[0], syscall.SOL_SOCKET, syscall.SO_PEERCRED))
	fmt.Println(int(cred.Pid) == os.Getpid(), int(cred.Uid) == os.Getuid())
	n = must(syscall.SendmsgN(pair[0], nil, syscall.UnixRights(1), nil, 0))
	fmt.Println(n)
	for _, fd := range append(fds, pair[0], pair[1]) {
		check(syscall.Close(fd))
	}

	u := must(syscall.Socket(syscall.AF_UNIX, syscall.SOCK_DGRAM, 0))
	check(syscall.Bind(u, &syscall.SockaddrUnix{Name: fmt.Sprintf("@hood test %d", os.Getpid())}))
	fmt.Println(strings.HasPrefix(must(syscall.Getsockname(u)).(*syscall.SockaddrUnix).Name, "@hood test"))
	check(syscall.Sendto(u, []byte("to itself"), 0, must(syscall.Getsockname(u))))
	n, _, err = syscall.Recvfrom(u, buf, 0)
	fmt.Println(string(buf[:n]), err)
	check(syscall.Close(u))

	rib, err := syscall.NetlinkRIB(syscall.RTM_GETLINK, syscall.AF_UNSPEC)
	list, _ := syscall.ParseNetlinkMessage(rib)
	loopback := false
	for i := range list {
		if list[i].Header.Type != syscall.RTM_NEWLINK {
			continue
		}
		for _, attr := range must(syscall.ParseNetlinkRouteAttr(&list[i])) {
			loopback = loopback || attr.Attr.Type == syscall.IFLA_IFNAME && string(attr.Value) == "lo\x00"
		}
	}
	fmt.Println(err, loopback)
}

func system() {
	fmt.Println(syscall.NsecToTimespec(-1), syscall.NsecToTimeval(-1), syscall.NsecToTimeval(1500), syscall.TimespecToNsec(syscall.Timespec{Sec: 1, Nsec: 2}))
	var now syscall.Time_t
	t, err := syscall.Time(&now)
	fmt.Println(t == now, t > 1e9, err)
	var info syscall.Sysinfo_t
	fmt.Println(syscall.Sysinfo(&info), info.Totalram > 0, info.Unit > 0)
	ticks, err := syscall.Times(&syscall.Tms{})
	fmt.Println(ticks > 0, err)
	fmt.Println(syscall.Nanosleep(&syscall.Timespec{Nsec: 1000}, nil))
	prio, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	fmt.Println(1 <= prio && prio <= 40, err)
	_, err = syscall.SlicePtrFromStrings([]string{"a", "b\x00"})
	fmt.Println(err)
	in := must(syscall.InotifyInit())
	wd := must(syscall.InotifyAddWatch(in, "/", syscall.IN_CREATE))
	fmt.Println(must(syscall.InotifyRmWatch(in, uint32(wd))))
	check(syscall.Close(in))
	mem := must(syscall.Mmap(-1, 0, 4096, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE))
	if err := syscall.Mlock(mem); err == nil {
		check(syscall.Munlock(mem))
	}
	check(syscall.Munmap(mem))
	fmt.Println(unsafe.Sizeof(syscall.Timex{}), unsafe.Sizeof(syscall.TCPInfo{}), unsafe.Sizeof(syscall.PtraceRegs{}), unsafe.Sizeof(syscall.EpollEvent{}), unsafe.Sizeof(syscall.Dirent{}))
	fmt.Println(errors.Is(syscall.Setuid(-1), syscall.EINVAL), syscall.Setregid(-1, -1), syscall.Setresuid(-1, -1, -1))
}

func processes() {
	// The child goes on to its end only when it is told: else a wait for it to continue may find that it has ended.
	end := make([]int, 2)
	check(syscall.Pipe2(end, syscall.O_CLOEXEC))
	pid := must(syscall.ForkExec("/bin/sh", []string{"sh", "-c", "kill -STOP $$; read line; exit 3"}, &syscall.ProcAttr{Env: []string{}, Files: []uintptr{uintptr(end[0]), 1, 2}}))
	var status syscall.WaitStatus
	must(syscall.Wait4(pid, &status, syscall.WUNTRACED, nil))
	fmt.Println(status.Stopped(), status.StopSignal() == syscall.SIGSTOP, status.TrapCause())
	got, err := syscall.Wait4(pid, &status, syscall.WNOHANG, nil)
	fmt.Println(got, err)
	check(syscall.Kill(pid, syscall.SIGCONT))
	must(syscall.Wait4(pid, &status, syscall.WCONTINUED, nil))
	fmt.Println(status.Continued(), status.Exited())
	check(syscall.Close(end[1]))
	must(syscall.Wait4(pid, &status, 0, nil))
	fmt.Println(status.Exited(), status.ExitStatus())
	fmt.Println(syscall.Exec("/no/such/program", []string{"x"}, nil))
	syscall.Exec("/bin/sh", []string{"sh", "-c", "echo $0 $WORD $1", "arg"}, []string{"WORD=from the environment"})
}

func main() {
	dir := must(os.MkdirTemp("", "syscall"))
	files(dir)
	os.RemoveAll(dir)
	pipes()
	sockets()
	messages()
	system()
	processes()
}
