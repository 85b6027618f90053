package poll

import (
	"io"
	"syscall"
	"unsafe"
)

const maxIovecs = 1024 // the kernel takes no more at a time

// Writev writes all of the slices, and takes away from *v what is written.
func (fd *FD) Writev(v *[][]byte) (written int64, err error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.writing.Lock()
	defer fd.writing.Unlock()
	for {
		iovecs := make([]syscall.Iovec, 0, min(len(*v), maxIovecs))
		for _, b := range *v {
			if len(iovecs) == maxIovecs {
				break
			}
			if len(b) > 0 {
				iovecs = append(iovecs, syscall.Iovec{Base: &b[0], Len: uint64(len(b))})
			}
		}
		if len(iovecs) == 0 {
			*v = nil
			return written, nil
		}
		n, err := fd.try(true, func() (int, error) {
			n, _, errno := syscall.Syscall(syscall.SYS_WRITEV, uintptr(fd.Sysfd), uintptr(unsafe.Pointer(&iovecs[0])), uintptr(len(iovecs)))
			if errno != 0 {
				return 0, errno
			}
			return int(n), nil
		})
		if err != nil {
			return written, err
		}
		if n == 0 {
			return written, io.ErrUnexpectedEOF
		}
		written += int64(n)
		consume(v, n)
	}
}

// consume takes the first n bytes away.
func consume(v *[][]byte, n int) {
	for n > 0 {
		first := (*v)[0]
		if n < len(first) {
			(*v)[0] = first[n:]
			return
		}
		n -= len(first)
		(*v)[0] = nil
		*v = (*v)[1:]
	}
}

const maxSendfile = 4 << 20 // at a time: others want to write too

// SendFile writes at most remain bytes from file src, all if remain is not positive, as the kernel does it.
func SendFile(dst *FD, src int, remain int64) (written int64, err error) {
	all := remain <= 0
	for all || remain > 0 {
		size := maxSendfile
		if !all && remain < maxSendfile {
			size = int(remain)
		}
		n, err := dst.asWriter(func() (int, error) { return syscall.Sendfile(dst.Sysfd, src, nil, size) })
		if err != nil || n == 0 {
			return written, err
		}
		written += int64(n)
		remain -= int64(n)
	}
	return written, nil
}

// Splice would move bytes between descriptors inside the kernel. It never does: the caller copies them.
func Splice(dst, src *FD, remain int64) (written int64, handled bool, call string, err error) {
	return 0, false, "", nil
}
