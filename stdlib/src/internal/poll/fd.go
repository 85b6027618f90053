// Package poll lets goroutines wait for file descriptors without keeping a thread: pipes, and whatever else the kernel can
// poll.
package poll

import (
	"errors"
	"sync"
	"syscall"
	"time"
)

// ErrFileClosing is the error of an operation on a descriptor that is being closed.
var ErrFileClosing = errors.New("use of closed file")

// ErrNoDeadline is the error of setting a deadline for what the kernel cannot poll.
var ErrNoDeadline = errors.New("file type does not support deadline")

// ErrDeadlineExceeded is the error of an operation that was not done in time.
var ErrDeadlineExceeded error = &DeadlineExceededError{}

// DeadlineExceededError is the type of ErrDeadlineExceeded.
type DeadlineExceededError struct{}

func (e *DeadlineExceededError) Error() string   { return "i/o timeout" }
func (e *DeadlineExceededError) Timeout() bool   { return true }
func (e *DeadlineExceededError) Temporary() bool { return true }

// ---- natives over runtime/poll/netpoll.h ----

func runtimeOpen(fd int) (pd uintptr, errno int)
func runtimeUnblock(pd uintptr)
func runtimeClose(pd uintptr)
func runtimeReset(pd uintptr, write bool) (code int)
func runtimeWait(pd uintptr, write bool) (code int)
func runtimeSetDeadline(pd uintptr, write bool, wait int64)

// errorOf is the error that a code of the natives stands for.
func errorOf(code int) error {
	switch code {
	case 1:
		return ErrFileClosing
	case 2:
		return ErrDeadlineExceeded
	}
	return nil
}

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

// SetDeadline sets until when reads, writes or both may take; those under way too. The zero Time: for ever.
func (fd *FD) SetDeadline(t time.Time, read, write bool) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	var wait int64
	if !t.IsZero() {
		wait = int64(time.Until(t))
		if wait == 0 {
			wait = -1 // that is now
		}
	}
	if read {
		runtimeSetDeadline(fd.pd, false, wait)
	}
	if write {
		runtimeSetDeadline(fd.pd, true, wait)
	}
	return nil
}

// try calls op, again whenever the descriptor has become ready, as long as it would block.
func (fd *FD) try(write bool, op func() (int, error)) (int, error) {
	if code := runtimeReset(fd.pd, write); code != 0 {
		return 0, errorOf(code)
	}
	for {
		n, err := op()
		if err != syscall.EAGAIN {
			return n, err
		}
		if code := runtimeWait(fd.pd, write); code != 0 {
			return 0, errorOf(code)
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
