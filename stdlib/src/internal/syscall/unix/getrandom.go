// Package unix has what packages of a Go tree want from the kernel beyond package syscall.
package unix

import "syscall"

type GetRandomFlag uintptr

const (
	GRND_NONBLOCK GetRandomFlag = 1
	GRND_RANDOM   GetRandomFlag = 2
)

// GetRandom fills p with random bytes, from the device: the call of this name gives the same.
func GetRandom(p []byte, flags GetRandomFlag) (n int, err error) {
	fd, err := syscall.Open("/dev/urandom", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return 0, err
	}
	defer syscall.Close(fd)
	for n < len(p) {
		m, err := syscall.Read(fd, p[n:])
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return n, err
		}
		n += m
	}
	return n, nil
}
