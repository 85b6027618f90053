package syscall

import "unsafe"

// Filters of packets, as programs of the kernel's old filter machine.

// LsfStmt returns a statement.
func LsfStmt(code, k int) *SockFilter { return &SockFilter{Code: uint16(code), K: uint32(k)} }

// LsfJump returns a conditional jump.
func LsfJump(code, k, jt, jf int) *SockFilter {
	return &SockFilter{Code: uint16(code), Jt: uint8(jt), Jf: uint8(jf), K: uint32(k)}
}

// LsfSocket returns a socket that gets all packets of an interface.
func LsfSocket(ifindex, proto int) (int, error) {
	s, err := Socket(AF_PACKET, SOCK_RAW, proto)
	if err != nil {
		return 0, err
	}
	if err := Bind(s, &SockaddrLinklayer{Protocol: swapped(uint16(proto)), Ifindex: ifindex}); err != nil {
		Close(s)
		return 0, err
	}
	return s, nil
}

// SetLsfPromisc makes an interface receive what is meant for others too, or not.
func SetLsfPromisc(name string, m bool) error {
	s, err := Socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer Close(s)
	var request struct {
		name  [IFNAMSIZ]byte
		flags uint16
		_     [22]byte
	}
	copy(request.name[:IFNAMSIZ-1], name)
	if err := only(Syscall(SYS_IOCTL, uintptr(s), SIOCGIFFLAGS, uintptr(unsafe.Pointer(&request)))); err != nil {
		return err
	}
	request.flags &^= IFF_PROMISC
	if m {
		request.flags |= IFF_PROMISC
	}
	return only(Syscall(SYS_IOCTL, uintptr(s), SIOCSIFFLAGS, uintptr(unsafe.Pointer(&request))))
}

// AttachLsf gives a socket a filter.
func AttachLsf(fd int, i []SockFilter) error {
	return setOption(fd, SOL_SOCKET, SO_ATTACH_FILTER, &SockFprog{Len: uint16(len(i)), Filter: unsafe.SliceData(i)})
}

// DetachLsf takes a socket's filter away.
func DetachLsf(fd int) error {
	return SetsockoptInt(fd, SOL_SOCKET, SO_DETACH_FILTER, 0)
}
