package syscall

import (
	"sync"
	"unsafe"
)

// ForkLock is held for reading between making a descriptor and marking it with CloseOnExec, so that a process started
// by another goroutine does not get it. Calls that do both at once (Pipe2, SOCK_CLOEXEC) need no lock.
var ForkLock sync.RWMutex

// SocketDisableIPv6 makes Socket fail for AF_INET6.
var SocketDisableIPv6 bool

func Socket(domain, typ, proto int) (fd int, err error) {
	if domain == AF_INET6 && SocketDisableIPv6 {
		return -1, EAFNOSUPPORT
	}
	return number(Syscall(SYS_SOCKET, uintptr(domain), uintptr(typ), uintptr(proto)))
}

func Socketpair(domain, typ, proto int) (fd [2]int, err error) {
	var fds [2]int32
	err = only(Syscall6(SYS_SOCKETPAIR, uintptr(domain), uintptr(typ), uintptr(proto), uintptr(unsafe.Pointer(&fds)), 0, 0))
	if err == nil {
		fd = [2]int{int(fds[0]), int(fds[1])}
	}
	return fd, err
}

// onAddress makes a call about a socket and an address.
func onAddress(trap uintptr, fd int, sa Sockaddr) error {
	var rsa RawSockaddrAny
	size, err := sa.raw(&rsa)
	if err != nil {
		return err
	}
	return only(Syscall(trap, uintptr(fd), uintptr(unsafe.Pointer(&rsa)), size))
}

func Bind(fd int, sa Sockaddr) error { return onAddress(SYS_BIND, fd, sa) }

func Connect(fd int, sa Sockaddr) error { return onAddress(SYS_CONNECT, fd, sa) }

func Listen(s int, backlog int) error { return onFd(SYS_LISTEN, s, backlog, 0) }

func Shutdown(fd int, how int) error { return onFd(SYS_SHUTDOWN, fd, how, 0) }

func Accept(fd int) (nfd int, sa Sockaddr, err error) { return Accept4(fd, 0) }

func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error) {
	var rsa RawSockaddrAny
	size := uint32(SizeofSockaddrAny)
	nfd, err = number(Syscall6(SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&rsa)), uintptr(unsafe.Pointer(&size)), uintptr(flags), 0, 0))
	if err != nil {
		return -1, nil, err
	}
	sa, err = sockaddr(&rsa)
	if err != nil {
		Close(nfd)
		return 0, nil, err
	}
	return nfd, sa, nil
}

// addressOf makes a call that tells an address of a socket.
func addressOf(trap uintptr, fd int) (Sockaddr, error) {
	var rsa RawSockaddrAny
	size := uint32(SizeofSockaddrAny)
	if err := only(Syscall(trap, uintptr(fd), uintptr(unsafe.Pointer(&rsa)), uintptr(unsafe.Pointer(&size)))); err != nil {
		return nil, err
	}
	return sockaddr(&rsa)
}

func Getsockname(fd int) (sa Sockaddr, err error) { return addressOf(SYS_GETSOCKNAME, fd) }

func Getpeername(fd int) (sa Sockaddr, err error) { return addressOf(SYS_GETPEERNAME, fd) }

func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) {
	var rsa RawSockaddrAny
	size := uint32(SizeofSockaddrAny)
	n, err = number(Syscall6(SYS_RECVFROM, uintptr(fd), uintptr(dataOf(p)), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(&rsa)), uintptr(unsafe.Pointer(&size))))
	if err == nil && rsa.Addr.Family != AF_UNSPEC {
		from, err = sockaddr(&rsa)
	}
	return n, from, err
}

func Sendto(fd int, p []byte, flags int, to Sockaddr) error {
	var rsa RawSockaddrAny
	size, err := to.raw(&rsa)
	if err != nil {
		return err
	}
	return only(Syscall6(SYS_SENDTO, uintptr(fd), uintptr(dataOf(p)), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(&rsa)), size))
}

// message is what Recvmsg and Sendmsg give to the kernel.
type message struct {
	head  Msghdr
	iov   Iovec
	rsa   RawSockaddrAny
	dummy byte
}

// fill sets the message up. Streams carry no control messages without data: a byte goes with them then.
func (m *message) fill(fd int, p, oob []byte) (isDummy bool, err error) {
	m.iov = Iovec{(*byte)(dataOf(p)), uint64(len(p))}
	if len(oob) > 0 {
		if len(p) == 0 {
			typ, err := GetsockoptInt(fd, SOL_SOCKET, SO_TYPE)
			if err != nil {
				return false, err
			}
			if typ != SOCK_DGRAM {
				isDummy = true
				m.iov = Iovec{&m.dummy, 1}
			}
		}
		m.head.Control = &oob[0]
		m.head.Controllen = uint64(len(oob))
	}
	m.head.Iov = &m.iov
	m.head.Iovlen = 1
	return isDummy, nil
}

func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn int, recvflags int, from Sockaddr, err error) {
	m := new(message)
	m.head.Name = (*byte)(unsafe.Pointer(&m.rsa))
	m.head.Namelen = SizeofSockaddrAny
	if _, err := m.fill(fd, p, oob); err != nil {
		return 0, 0, 0, nil, err
	}
	n, err = number(Syscall(SYS_RECVMSG, uintptr(fd), uintptr(unsafe.Pointer(&m.head)), uintptr(flags)))
	if err != nil {
		return n, 0, 0, nil, err
	}
	if m.rsa.Addr.Family != AF_UNSPEC {
		from, err = sockaddr(&m.rsa)
	}
	return n, int(m.head.Controllen), int(m.head.Flags), from, err
}

func Sendmsg(fd int, p, oob []byte, to Sockaddr, flags int) error {
	_, err := SendmsgN(fd, p, oob, to, flags)
	return err
}

func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (n int, err error) {
	m := new(message)
	if to != nil {
		size, err := to.raw(&m.rsa)
		if err != nil {
			return 0, err
		}
		m.head.Name = (*byte)(unsafe.Pointer(&m.rsa))
		m.head.Namelen = uint32(size)
	}
	isDummy, err := m.fill(fd, p, oob)
	if err != nil {
		return 0, err
	}
	n, err = number(Syscall(SYS_SENDMSG, uintptr(fd), uintptr(unsafe.Pointer(&m.head)), uintptr(flags)))
	if err != nil || isDummy {
		n = 0
	}
	return n, err
}
