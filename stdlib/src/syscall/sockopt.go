package syscall

import "unsafe"

func getsockopt(fd, level, opt int, value unsafe.Pointer, size uintptr) error {
	n := uint32(size)
	return only(Syscall6(SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(value), uintptr(unsafe.Pointer(&n)), 0))
}

func setsockopt(fd, level, opt int, value unsafe.Pointer, size uintptr) error {
	return only(Syscall6(SYS_SETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(value), size, 0))
}

// option reads an option of type T.
func option[T any](fd, level, opt int) (value T, err error) {
	p := new(T)
	err = getsockopt(fd, level, opt, unsafe.Pointer(p), unsafe.Sizeof(*p))
	return *p, err
}

// optionPointer is option as most functions return it.
func optionPointer[T any](fd, level, opt int) (*T, error) {
	p := new(T)
	err := getsockopt(fd, level, opt, unsafe.Pointer(p), unsafe.Sizeof(*p))
	return p, err
}

func setOption[T any](fd, level, opt int, p *T) error {
	return setsockopt(fd, level, opt, unsafe.Pointer(p), unsafe.Sizeof(*p))
}

func GetsockoptInt(fd, level, opt int) (value int, err error) {
	n, err := option[int32](fd, level, opt)
	return int(n), err
}

func GetsockoptInet4Addr(fd, level, opt int) (value [4]byte, err error) {
	return option[[4]byte](fd, level, opt)
}

func GetsockoptIPMreq(fd, level, opt int) (*IPMreq, error) {
	return optionPointer[IPMreq](fd, level, opt)
}

func GetsockoptIPMreqn(fd, level, opt int) (*IPMreqn, error) {
	return optionPointer[IPMreqn](fd, level, opt)
}

func GetsockoptIPv6Mreq(fd, level, opt int) (*IPv6Mreq, error) {
	return optionPointer[IPv6Mreq](fd, level, opt)
}

func GetsockoptIPv6MTUInfo(fd, level, opt int) (*IPv6MTUInfo, error) {
	return optionPointer[IPv6MTUInfo](fd, level, opt)
}

func GetsockoptICMPv6Filter(fd, level, opt int) (*ICMPv6Filter, error) {
	return optionPointer[ICMPv6Filter](fd, level, opt)
}

func GetsockoptUcred(fd, level, opt int) (*Ucred, error) { return optionPointer[Ucred](fd, level, opt) }

func SetsockoptByte(fd, level, opt int, value byte) error { return setOption(fd, level, opt, &value) }

func SetsockoptInt(fd, level, opt int, value int) error {
	n := int32(value)
	return setOption(fd, level, opt, &n)
}

func SetsockoptInet4Addr(fd, level, opt int, value [4]byte) error {
	return setOption(fd, level, opt, &value)
}

func SetsockoptIPMreq(fd, level, opt int, mreq *IPMreq) error { return setOption(fd, level, opt, mreq) }

func SetsockoptIPMreqn(fd, level, opt int, mreq *IPMreqn) error {
	return setOption(fd, level, opt, mreq)
}

func SetsockoptIPv6Mreq(fd, level, opt int, mreq *IPv6Mreq) error {
	return setOption(fd, level, opt, mreq)
}

func SetsockoptICMPv6Filter(fd, level, opt int, filter *ICMPv6Filter) error {
	return setOption(fd, level, opt, filter)
}

func SetsockoptLinger(fd, level, opt int, l *Linger) error { return setOption(fd, level, opt, l) }

func SetsockoptTimeval(fd, level, opt int, tv *Timeval) error { return setOption(fd, level, opt, tv) }

func SetsockoptString(fd, level, opt int, s string) error {
	return setsockopt(fd, level, opt, dataOf([]byte(s)), uintptr(len(s)))
}

// BindToDevice makes a socket use one interface only.
func BindToDevice(fd int, device string) error {
	return SetsockoptString(fd, SOL_SOCKET, SO_BINDTODEVICE, device)
}
