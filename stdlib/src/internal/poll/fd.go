// Package poll lets goroutines wait for file descriptors without keeping a thread: pipes, sockets, and whatever else the
// kernel can poll. Package os uses it, and package net of a Go tree.
package poll

import (
	"errors"
	"io"
	"sync"
	"syscall"
	"time"
)

// ErrNetClosing is the error of an operation on a socket that is being closed.
var ErrNetClosing error = errNetClosing{}

type errNetClosing struct{}

func (e errNetClosing) Error() string   { return "use of closed network connection" }
func (e errNetClosing) Timeout() bool   { return false }
func (e errNetClosing) Temporary() bool { return false }

// ErrFileClosing is the error of an operation on a descriptor that is being closed.
var ErrFileClosing = errors.New("use of closed file")

// ErrNoDeadline is the error of setting a deadline for what the kernel cannot poll.
var ErrNoDeadline = errors.New("file type does not support deadline")

// ErrNotPollable is the error of waiting for what the kernel cannot poll.
var ErrNotPollable = errors.New("not pollable")

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

// FD is a descriptor that can be polled. One goroutine reads and one writes at a time; others stand in line.
//
// The descriptor is closed when the last operation on it is over: its number must not come to mean another file under
// somebody's hands.
type FD struct {
	Sysfd         int
	IsStream      bool // a write may be done in parts
	ZeroReadIsEOF bool // reading nothing is the end, for which Read returns io.EOF

	isFile   bool
	pd       uintptr // the runtime's record; 0 if operations block their thread
	blocking bool    // somebody asked for the descriptor itself: operations block their thread from then on

	reading, writing sync.Mutex

	mu      sync.Mutex
	users   int // operations under way; guarded by mu
	closing bool
	closed  chan struct{} // closed with the descriptor
}

// Open makes an FD of a file's descriptor, which becomes non-blocking. It returns nil if the kernel cannot poll it.
func Open(sysfd int) *FD {
	fd := &FD{Sysfd: sysfd}
	if fd.Init("file", true) != nil {
		return nil
	}
	if syscall.SetNonblock(sysfd, true) != nil {
		runtimeUnblock(fd.pd)
		runtimeClose(fd.pd)
		return nil
	}
	return fd
}

// Init makes the FD usable. kind is "file" or the name of a network. A descriptor that is to be polled must not block.
func (fd *FD) Init(kind string, pollable bool) error {
	fd.isFile = kind == "file"
	fd.closed = make(chan struct{})
	if !pollable {
		fd.blocking = true
		return nil
	}
	pd, errno := runtimeOpen(fd.Sysfd)
	if errno != 0 {
		return syscall.Errno(errno)
	}
	fd.pd = pd
	return nil
}

func (fd *FD) closingError() error {
	if fd.isFile {
		return ErrFileClosing
	}
	return ErrNetClosing
}

// errorOf is the error that a code of the natives stands for.
func (fd *FD) errorOf(code int) error {
	switch code {
	case 1:
		return fd.closingError()
	case 2:
		return ErrDeadlineExceeded
	}
	return nil
}

func (fd *FD) enter() error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	if fd.closing {
		return fd.closingError()
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
	if fd.pd != 0 {
		runtimeClose(fd.pd)
	}
	CloseFunc(fd.Sysfd)
	if fd.closed != nil { // else there was no Init, and nobody waits
		close(fd.closed)
	}
}

// CloseFunc closes a descriptor. Tests of package net replace it.
var CloseFunc func(int) error = syscall.Close

// Close ends the operations under way, and closes the descriptor after the last.
func (fd *FD) Close() error {
	fd.mu.Lock()
	if fd.closing {
		fd.mu.Unlock()
		return fd.closingError()
	}
	fd.closing = true
	last := fd.users == 0
	blocking := fd.blocking
	fd.mu.Unlock()
	if fd.pd != 0 {
		runtimeUnblock(fd.pd)
	}
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
	return syscall.SetNonblock(fd.Sysfd, false)
}

// SetDeadline sets until when operations may take; those under way too. The zero Time: for ever.
func (fd *FD) SetDeadline(t time.Time) error { return fd.setDeadline(t, true, true) }

func (fd *FD) SetReadDeadline(t time.Time) error { return fd.setDeadline(t, true, false) }

func (fd *FD) SetWriteDeadline(t time.Time) error { return fd.setDeadline(t, false, true) }

func (fd *FD) setDeadline(t time.Time, read, write bool) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	if fd.pd == 0 {
		return ErrNoDeadline
	}
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

// reset makes ready for an operation.
func (fd *FD) reset(write bool) error {
	if fd.pd == 0 {
		return nil
	}
	return fd.errorOf(runtimeReset(fd.pd, write))
}

// wait waits until the descriptor may be ready.
func (fd *FD) wait(write bool) error {
	if fd.pd == 0 {
		return ErrNotPollable
	}
	return fd.errorOf(runtimeWait(fd.pd, write))
}

// try calls op, again whenever the descriptor has become ready, as long as it would block.
func (fd *FD) try(write bool, op func() (int, error)) (int, error) {
	if err := fd.reset(write); err != nil {
		return 0, err
	}
	for {
		n, err := op()
		switch err {
		case syscall.EINTR:
		case syscall.EAGAIN:
			if err := fd.wait(write); err != nil {
				return 0, err
			}
		default:
			return n, err
		}
	}
}

// asReader calls try while no other goroutine reads.
func (fd *FD) asReader(op func() (int, error)) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.reading.Lock()
	defer fd.reading.Unlock()
	return fd.try(false, op)
}

// asWriter calls try while no other goroutine writes.
func (fd *FD) asWriter(op func() (int, error)) (int, error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.writing.Lock()
	defer fd.writing.Unlock()
	return fd.try(true, op)
}

// ended is the result of a read: nothing may be the end.
func (fd *FD) ended(n int, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	if n == 0 && fd.ZeroReadIsEOF {
		return 0, io.EOF
	}
	return n, nil
}

// Read reads up to len(p) bytes.
func (fd *FD) Read(p []byte) (int, error) {
	if len(p) == 0 {
		if err := fd.enter(); err != nil {
			return 0, err
		}
		fd.leave()
		return 0, nil
	}
	return fd.ended(fd.asReader(func() (int, error) { return syscall.Read(fd.Sysfd, p) }))
}

// Write writes all of p, a packet at once.
func (fd *FD) Write(p []byte) (n int, err error) {
	if err := fd.enter(); err != nil {
		return 0, err
	}
	defer fd.leave()
	fd.writing.Lock()
	defer fd.writing.Unlock()
	for {
		k, err := fd.try(true, func() (int, error) { return syscall.Write(fd.Sysfd, p[n:]) })
		if err != nil {
			return n, err
		}
		n += k
		if n == len(p) {
			return n, nil
		}
		if k == 0 {
			return n, io.ErrUnexpectedEOF
		}
	}
}
