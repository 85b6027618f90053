package syscall

import "unsafe"

// Sockaddr is the address of a socket: one of the types below.
type Sockaddr interface {
	// raw writes the address in the kernel's form and returns its size.
	raw(to *RawSockaddrAny) (size uintptr, err error)
}

type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

// SockaddrUnix is a path, or a name without a file if it begins with @.
type SockaddrUnix struct {
	Name string
}

type SockaddrLinklayer struct {
	Protocol uint16
	Ifindex  int
	Hatype   uint16
	Pkttype  uint8
	Halen    uint8
	Addr     [8]byte
}

type SockaddrNetlink struct {
	Family uint16
	Pad    uint16
	Pid    uint32
	Groups uint32
}

// swapped is a number of 16 bits with its bytes the other way round: network order.
func swapped(x uint16) uint16 { return x<<8 | x>>8 }

func portOf(port int) (uint16, error) {
	if port < 0 || port > 0xFFFF {
		return 0, EINVAL
	}
	return swapped(uint16(port)), nil
}

func (sa *SockaddrInet4) raw(to *RawSockaddrAny) (uintptr, error) {
	port, err := portOf(sa.Port)
	*(*RawSockaddrInet4)(unsafe.Pointer(to)) = RawSockaddrInet4{Family: AF_INET, Port: port, Addr: sa.Addr}
	return SizeofSockaddrInet4, err
}

func (sa *SockaddrInet6) raw(to *RawSockaddrAny) (uintptr, error) {
	port, err := portOf(sa.Port)
	*(*RawSockaddrInet6)(unsafe.Pointer(to)) = RawSockaddrInet6{Family: AF_INET6, Port: port, Addr: sa.Addr, Scope_id: sa.ZoneId}
	return SizeofSockaddrInet6, err
}

func (sa *SockaddrUnix) raw(to *RawSockaddrAny) (uintptr, error) {
	un := (*RawSockaddrUnix)(unsafe.Pointer(to))
	*un = RawSockaddrUnix{Family: AF_UNIX}
	n := len(sa.Name)
	abstract := n > 0 && sa.Name[0] == '@'
	if n > len(un.Path) || n == len(un.Path) && !abstract {
		return 0, EINVAL
	}
	for i := 0; i < n; i++ {
		un.Path[i] = int8(sa.Name[i])
	}
	size := unsafe.Offsetof(un.Path) + uintptr(n)
	if abstract {
		un.Path[0] = 0
	} else if n > 0 {
		size++ // the NUL
	}
	return size, nil
}

func (sa *SockaddrLinklayer) raw(to *RawSockaddrAny) (uintptr, error) {
	*(*RawSockaddrLinklayer)(unsafe.Pointer(to)) = RawSockaddrLinklayer{
		Family:   AF_PACKET,
		Protocol: sa.Protocol,
		Ifindex:  int32(sa.Ifindex),
		Hatype:   sa.Hatype,
		Pkttype:  sa.Pkttype,
		Halen:    sa.Halen,
		Addr:     sa.Addr,
	}
	if sa.Ifindex < 0 || sa.Ifindex > 0x7fffffff {
		return 0, EINVAL
	}
	return SizeofSockaddrLinklayer, nil
}

func (sa *SockaddrNetlink) raw(to *RawSockaddrAny) (uintptr, error) {
	*(*RawSockaddrNetlink)(unsafe.Pointer(to)) = RawSockaddrNetlink{AF_NETLINK, sa.Pad, sa.Pid, sa.Groups}
	return SizeofSockaddrNetlink, nil
}

// sockaddr returns an address in the kernel's form as one of the types above.
func sockaddr(from *RawSockaddrAny) (Sockaddr, error) {
	p := unsafe.Pointer(from)
	switch from.Addr.Family {
	case AF_INET:
		in := (*RawSockaddrInet4)(p)
		return &SockaddrInet4{int(swapped(in.Port)), in.Addr}, nil
	case AF_INET6:
		in := (*RawSockaddrInet6)(p)
		return &SockaddrInet6{int(swapped(in.Port)), in.Scope_id, in.Addr}, nil
	case AF_UNIX:
		return &SockaddrUnix{unixName((*RawSockaddrUnix)(p))}, nil
	case AF_PACKET:
		ll := (*RawSockaddrLinklayer)(p)
		return &SockaddrLinklayer{ll.Protocol, int(ll.Ifindex), ll.Hatype, ll.Pkttype, ll.Halen, ll.Addr}, nil
	case AF_NETLINK:
		nl := (*RawSockaddrNetlink)(p)
		return &SockaddrNetlink{nl.Family, nl.Pad, nl.Pid, nl.Groups}, nil
	}
	return nil, EAFNOSUPPORT
}

func unixName(un *RawSockaddrUnix) string {
	var name []byte
	for i, c := range un.Path {
		if c == 0 && i > 0 {
			break
		}
		name = append(name, byte(c))
	}
	if name[0] != 0 {
		return string(name)
	}
	if len(name) == 1 {
		return "@" // no name, or one that is empty: Go does not tell them apart
	}
	name[0] = '@'
	return string(name)
}
