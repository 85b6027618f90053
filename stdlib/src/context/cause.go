package context

import (
	"sync"
	"time"
)

// A CancelCauseFunc cancels a context and says why; a nil cause is Canceled. Only the first call counts.
type CancelCauseFunc func(cause error)

// WithCancelCause is WithCancel with a cause, which Cause returns.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause returns why c is done: the cause that was given first, to c or to one above it, or else c.Err().
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		cc.mu.Lock()
		defer cc.mu.Unlock()
		if cc.cause != nil {
			return cc.cause
		}
	}
	return c.Err()
}

// An afterFuncer calls functions when it is done.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// stopCtx is the parent of a context that an afterFuncer cancels: how to take the function back.
type stopCtx struct {
	Context
	stop func() bool
}

// coreOf returns the cancelCtx inside of a canceler.
func coreOf(c canceler) *cancelCtx {
	switch c := c.(type) {
	case *cancelCtx:
		return c
	case *timerCtx:
		return c.cancelCtx
	case *afterFuncCtx:
		return &c.cancelCtx
	}
	return nil
}

// AfterFunc calls f in a goroutine of its own when ctx is done, at once if it is. stop takes that back; it reports whether
// f will not be called because of it.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{cancelCtx: cancelCtx{Context: ctx}, f: f}
	propagateCancel(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once // f is started, or taken back
	f    func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// WithoutCancel returns a copy of parent, with its values, that is never done.
func WithoutCancel(parent Context) Context {
	checkParent(parent)
	return withoutCancelCtx{parent}
}

type withoutCancelCtx struct {
	c Context
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }
func (c withoutCancelCtx) String() string                        { return contextName(c.c) + ".WithoutCancel" }
