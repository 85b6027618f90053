// Package poll lets goroutines wait for file descriptors without keeping a thread: pipes, and whatever else the kernel can
// poll.
package poll

import (
	"errors"
	"sync"
	"syscall"
)

// ErrFileClosing is the error of an operation on a descriptor that is being closed.
var ErrFileClosing = errors.New("use of closed file")

// ---- natives over runtime/poll/netpoll.h ----

func runtimeOpen(fd int) (pd uintptr, errno int)
func runtimeUnblock(pd uintptr)
func runtimeClose(pd uintptr)
func runtimeReset(pd uintptr, write bool) (closing bool)
func runtimeWait(pd uintptr, write bool) (closing bool)

// FD is a descriptor that can be polled. One goroutine reads and one writes at a time; others stand in line.
//
// The descriptor is closed when the last operation on it is over: its number must not come to mean another file under
// somebody's hands.
type FD struct {
	sysfd    int
	pd       uintptr // the runtime's record
	blocking bool    // somebody asked for the descriptor itself: operations block their thread from then on

	reading, writing sync.Mutex

	mu      sync.Mutex
	users   int // operations under way; guarded by mu
	closing bool
	closed  chan struct{} // closed with the descriptor
}

// Open makes an FD of a descriptor, which becomes non-blocking. It returns nil if the kernel cannot poll it.
func Open(sysfd int) *FD {
	pd, errno := runtimeOpen(sysfd)
	if errno != 0 {
		return nil
	}
	fd := &FD{sysfd: sysfd, pd: pd, closed: make(chan struct{})}
	if syscall.SetNonblock(sysfd, true) != nil {
		runtimeUnblock(pd)
		runtimeClose(pd)
		return nil
	}
	return fd
}

func (fd *FD) enter() error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	if fd.closing {
		return ErrFileClosing
	}
	fd.users++
	return nil
}

func (fd *FD) leave() {
	fd.mu.Lock()
	fd.users--
	last := fd.closing && fd.users == 0
	fd.mu.Unlock()
	if last {
		fd.destroy()
	}
}

func (fd *FD) destroy() {
	runtimeClose(fd.pd)
	syscall.Close(fd.sysfd)
	close(fd.closed)
}

// Close ends the operations under way with ErrFileClosing, and closes the descriptor after the last.
func (fd *FD) Close() error {
	fd.mu.Lock()
	if fd.closing {
		fd.mu.Unlock()
		return ErrFileClosing
	}
	fd.closing = true
	last := fd.users == 0
	blocking := fd.blocking
	fd.mu.Unlock()
	runtimeUnblock(fd.pd)
	if last {
		fd.destroy()
	} else if !blocking {
		<-fd.closed
	}
	return nil
}

// SetBlocking makes the descriptor a blocking one, for those who use it directly.
func (fd *FD) SetBlocking() error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	fd.mu.Lock()
	fd.blocking = true
	fd.mu.Unlock()
	return syscall.SetNonblock(fd.sysfd, false)
}

// try calls op, again whenever the descriptor has become ready, as long as it would block.
func (fd *FD) try(write bool, op func() (int, error)) (int, error) {
	if runtimeReset(fd.pd, write) {
		return 0, ErrFileClosing
	}
	for {
		n, err := op()
		if err != syscall.EAGAIN {
			return n, err
		}
		if runtimeWait(fd.pd, write) {
			return 0, ErrFileClosing
		}
	}
}

// Read reads up to len(p) bytes; 0 without an error is the end.
func (fd *FD) Read(p []byte) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.reading.Lock()
	defer fd.reading.Unlock()
	return fd.try(false, func() (int, error) { return syscall.Read(fd.sysfd, p) })
}

// Write writes all of p.
func (fd *FD) Write(p []byte) (n int, err error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.writing.Lock()
	defer fd.writing.Unlock()
	for n < len(p) {
		k, err := fd.try(true, func() (int, error) { return syscall.Write(fd.sysfd, p[n:]) })
		if err != nil {
			return n, err
		}
		n += k
	}
	return n, nil
}
