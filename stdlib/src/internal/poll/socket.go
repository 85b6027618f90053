package poll

import "syscall"

// AcceptFunc takes a connection. Tests of package net replace it.
var AcceptFunc func(int) (int, syscall.Sockaddr, error) = accept

func accept(fd int) (int, syscall.Sockaddr, error) {
	return syscall.Accept4(fd, syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC)
}

// Accept waits for a connection and returns its descriptor, and the name of the call if that fails.
func (fd *FD) Accept() (newfd int, from syscall.Sockaddr, call string, err error) {
	newfd, err = fd.asReader(func() (s int, err error) {
		s, from, err = AcceptFunc(fd.Sysfd)
		if err == syscall.ECONNABORTED { // gone before it was accepted
			err = syscall.EINTR
		}
		return s, err
	})
	if err != nil {
		return -1, nil, "accept4", err
	}
	return newfd, from, "", nil
}

// Shutdown ends one direction of a connection, or both.
func (fd *FD) Shutdown(how int) error {
	return fd.use(func() error { return syscall.Shutdown(fd.Sysfd, how) })
}

// use calls op, which does not block.
func (fd *FD) use(op func() error) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	return op()
}

// WaitWrite waits until a connection is made, or has failed.
func (fd *FD) WaitWrite() error {
	return fd.use(func() error { return fd.wait(true) })
}

// ---- packets ----

// ReadFrom reads a packet.
func (fd *FD) ReadFrom(p []byte) (n int, from syscall.Sockaddr, err error) {
	n, err = fd.ended(fd.asReader(func() (n int, err error) {
		n, from, err = syscall.Recvfrom(fd.Sysfd, p, 0)
		return n, err
	}))
	return n, from, err
}

// ReadFromInet4 reads a packet of IPv4.
func (fd *FD) ReadFromInet4(p []byte, from *syscall.SockaddrInet4) (int, error) {
	n, sa, err := fd.ReadFrom(p)
	return n, copyAddress(from, sa, err)
}

// ReadFromInet6 reads a packet of IPv6.
func (fd *FD) ReadFromInet6(p []byte, from *syscall.SockaddrInet6) (int, error) {
	n, sa, err := fd.ReadFrom(p)
	return n, copyAddress(from, sa, err)
}

// copyAddress stores an address of one type, unless there is an error.
func copyAddress[T any](to *T, sa syscall.Sockaddr, err error) error {
	if err != nil {
		return err
	}
	if addr, ok := any(sa).(*T); ok {
		*to = *addr
	}
	return nil
}

// ReadMsg reads a packet and control messages.
func (fd *FD) ReadMsg(p []byte, oob []byte, flags int) (n, oobn, sysflags int, from syscall.Sockaddr, err error) {
	n, err = fd.asReader(func() (n int, err error) {
		n, oobn, sysflags, from, err = syscall.Recvmsg(fd.Sysfd, p, oob, flags)
		return n, err
	})
	if err == nil && n == 0 && oobn == 0 {
		_, err = fd.ended(0, nil)
	}
	return n, oobn, sysflags, from, err
}

// ReadMsgInet4 reads a packet of IPv4 and control messages.
func (fd *FD) ReadMsgInet4(p []byte, oob []byte, flags int, from *syscall.SockaddrInet4) (n, oobn, sysflags int, err error) {
	n, oobn, sysflags, sa, err := fd.ReadMsg(p, oob, flags)
	return n, oobn, sysflags, copyAddress(from, sa, err)
}

// ReadMsgInet6 reads a packet of IPv6 and control messages.
func (fd *FD) ReadMsgInet6(p []byte, oob []byte, flags int, from *syscall.SockaddrInet6) (n, oobn, sysflags int, err error) {
	n, oobn, sysflags, sa, err := fd.ReadMsg(p, oob, flags)
	return n, oobn, sysflags, copyAddress(from, sa, err)
}

// WriteTo sends a packet.
func (fd *FD) WriteTo(p []byte, to syscall.Sockaddr) (int, error) {
	return fd.asWriter(func() (int, error) { return len(p), syscall.Sendto(fd.Sysfd, p, 0, to) })
}

// WriteToInet4 sends a packet of IPv4.
func (fd *FD) WriteToInet4(p []byte, to *syscall.SockaddrInet4) (int, error) {
	return fd.WriteTo(p, to)
}

// WriteToInet6 sends a packet of IPv6.
func (fd *FD) WriteToInet6(p []byte, to *syscall.SockaddrInet6) (int, error) {
	return fd.WriteTo(p, to)
}

// WriteMsg sends a packet and control messages.
func (fd *FD) WriteMsg(p []byte, oob []byte, to syscall.Sockaddr) (n, oobn int, err error) {
	n, err = fd.asWriter(func() (int, error) { return syscall.SendmsgN(fd.Sysfd, p, oob, to, 0) })
	if err != nil {
		return n, 0, err
	}
	return n, len(oob), nil
}

// WriteMsgInet4 sends a packet of IPv4 and control messages.
func (fd *FD) WriteMsgInet4(p []byte, oob []byte, to *syscall.SockaddrInet4) (n, oobn int, err error) {
	if to == nil {
		return fd.WriteMsg(p, oob, nil)
	}
	return fd.WriteMsg(p, oob, to)
}

// WriteMsgInet6 sends a packet of IPv6 and control messages.
func (fd *FD) WriteMsgInet6(p []byte, oob []byte, to *syscall.SockaddrInet6) (n, oobn int, err error) {
	if to == nil {
		return fd.WriteMsg(p, oob, nil)
	}
	return fd.WriteMsg(p, oob, to)
}

// ---- options ----

func (fd *FD) SetsockoptInt(level, name, arg int) error {
	return fd.use(func() error { return syscall.SetsockoptInt(fd.Sysfd, level, name, arg) })
}

func (fd *FD) SetsockoptInet4Addr(level, name int, arg [4]byte) error {
	return fd.use(func() error { return syscall.SetsockoptInet4Addr(fd.Sysfd, level, name, arg) })
}

func (fd *FD) SetsockoptLinger(level, name int, l *syscall.Linger) error {
	return fd.use(func() error { return syscall.SetsockoptLinger(fd.Sysfd, level, name, l) })
}

func (fd *FD) SetsockoptByte(level, name int, arg byte) error {
	return fd.use(func() error { return syscall.SetsockoptByte(fd.Sysfd, level, name, arg) })
}

func (fd *FD) SetsockoptIPMreq(level, name int, mreq *syscall.IPMreq) error {
	return fd.use(func() error { return syscall.SetsockoptIPMreq(fd.Sysfd, level, name, mreq) })
}

func (fd *FD) SetsockoptIPMreqn(level, name int, mreq *syscall.IPMreqn) error {
	return fd.use(func() error { return syscall.SetsockoptIPMreqn(fd.Sysfd, level, name, mreq) })
}

func (fd *FD) SetsockoptIPv6Mreq(level, name int, mreq *syscall.IPv6Mreq) error {
	return fd.use(func() error { return syscall.SetsockoptIPv6Mreq(fd.Sysfd, level, name, mreq) })
}

// ---- the descriptor itself ----

// RawControl calls f with the descriptor.
func (fd *FD) RawControl(f func(uintptr)) error {
	return fd.use(func() error {
		f(uintptr(fd.Sysfd))
		return nil
	})
}

// RawRead calls f with the descriptor, again whenever that has become readable, until f returns true.
func (fd *FD) RawRead(f func(uintptr) bool) error {
	_, err := fd.asReader(func() (int, error) { return fd.raw(f) })
	return err
}

// RawWrite calls f with the descriptor, again whenever that has become writable, until f returns true.
func (fd *FD) RawWrite(f func(uintptr) bool) error {
	_, err := fd.asWriter(func() (int, error) { return fd.raw(f) })
	return err
}

func (fd *FD) raw(f func(uintptr) bool) (int, error) {
	if f(uintptr(fd.Sysfd)) {
		return 0, nil
	}
	return 0, syscall.EAGAIN
}

// Dup returns a copy of the descriptor, and the name of the call if that fails.
func (fd *FD) Dup() (newfd int, call string, err error) {
	if err := fd.enter(); err != nil {
		return -1, "", err
	}
	defer fd.leave()
	return DupCloseOnExec(fd.Sysfd)
}

// DupCloseOnExec returns a copy of a descriptor that other programs do not get, and the name of the call if that fails.
func DupCloseOnExec(fd int) (newfd int, call string, err error) {
	r, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_DUPFD_CLOEXEC, 0)
	if errno != 0 {
		return -1, "fcntl", errno
	}
	return int(r), "", nil
}
