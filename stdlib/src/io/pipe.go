// Pipe: a Reader and a Writer joined without a buffer.
//
// A Write hands its slice to Reads over data and waits on taken until they have taken all of it or one end was
// closed. writing serialises Writes, so that the bytes of one stay together.
package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe is using a pipe whose own end was closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// onceError keeps the first error stored.
type onceError struct {
	lock sync.Mutex
	err  error
}

func (o *onceError) store(err error) {
	o.lock.Lock()
	defer o.lock.Unlock()
	if o.err == nil {
		o.err = err
	}
}

func (o *onceError) load() error {
	o.lock.Lock()
	defer o.lock.Unlock()
	return o.err
}

type pipe struct {
	writing sync.Mutex
	data    chan []byte // a Write's bytes, to a Read
	taken   chan int    // how many of them the Read took

	closing  sync.Once
	done     chan struct{} // closed with either end
	readErr  onceError     // why the read end was closed: what Write returns
	writeErr onceError     // why the write end was closed: what Read returns
}

// Pipe returns both ends of a new pipe. A Write returns once its bytes were read; all methods may be called from
// several goroutines.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{data: make(chan []byte), taken: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.errorOfRead()
	default:
	}
	select {
	case data := <-p.data:
		n = copy(b, data)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.errorOfRead()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.errorOfWrite()
	default:
		p.writing.Lock()
		defer p.writing.Unlock()
	}
	// Even an empty Write meets a Read, which then returns 0 bytes.
	for first := true; first || len(b) > 0; first = false {
		select {
		case p.data <- b:
			k := <-p.taken
			b = b[k:]
			n += k
		case <-p.done:
			return n, p.errorOfWrite()
		}
	}
	return n, nil
}

func (p *pipe) close() { p.closing.Do(func() { close(p.done) }) }

func (p *pipe) closeRead(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	p.readErr.store(err)
	p.close()
	return nil
}

func (p *pipe) closeWrite(err error) error {
	if err == nil {
		err = EOF
	}
	p.writeErr.store(err)
	p.close()
	return nil
}

// errorOfRead is the writer's reason, unless the reader itself was closed first.
func (p *pipe) errorOfRead() error {
	if err := p.writeErr.load(); err != nil && p.readErr.load() == nil {
		return err
	}
	return ErrClosedPipe
}

// errorOfWrite is the reader's reason, unless the writer itself was closed first.
func (p *pipe) errorOfWrite() error {
	if err := p.readErr.load(); err != nil && p.writeErr.load() == nil {
		return err
	}
	return ErrClosedPipe
}

// PipeReader is the read end of a pipe.
type PipeReader struct {
	p *pipe
}

// Read waits for a Write or for the closing of the write end, whose error it then returns (EOF for none).
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.p.read(data) }

// Close makes later Writes return ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes later Writes return err. It never changes an earlier error, and returns nil.
func (r *PipeReader) CloseWithError(err error) error { return r.p.closeRead(err) }

// PipeWriter is the write end of a pipe.
type PipeWriter struct {
	p *pipe
}

// Write waits until Reads took all of data or the read end was closed, whose error it then returns.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.p.write(data) }

// Close makes later Reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes later Reads return err, EOF for nil. It never changes an earlier error, and returns nil.
func (w *PipeWriter) CloseWithError(err error) error { return w.p.closeWrite(err) }
