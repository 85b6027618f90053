package trace

import (
	"io"
	"runtime"
)

// Kinds of events in the file.
const (
	evBatch          = 1
	evFrequency      = 2
	evStack          = 3
	evGomaxprocs     = 4
	evProcStart      = 5
	evGCStart        = 7
	evGCDone         = 8
	evGoCreate       = 13
	evGoStart        = 14
	evGoEnd          = 15
	evGoSched        = 17
	evGoPreempt      = 18
	evGoSleep        = 19
	evGoBlock        = 20
	evGoUnblock      = 21
	evGoBlockSend    = 22
	evGoBlockRecv    = 23
	evGoBlockSelect  = 24
	evGoBlockSync    = 25
	evGoBlockCond    = 26
	evGoBlockNet     = 27
	evGoSysCall      = 28
	evGoSysExit      = 29
	evGoSysBlock     = 30
	evGoWaiting      = 31
	evHeapAlloc      = 33
	evHeapGoal       = 34
	evString         = 37
	evUserTaskCreate = 45
	evUserTaskEnd    = 46
	evUserRegion     = 47
	evUserLog        = 48
)

const noStack = 0

// encoder makes a file of events. What follows from the events, but must be in the file as events, too, it adds: a
// goroutine that runs must have been made runnable, one whose P runs another must have stopped.
type encoder struct {
	w      io.Writer
	err    error
	buf    []record
	gs     map[uint64]*goroutine
	ps     []*proc
	last   int64 // time of the last event: times differ, so that their order is known
	texts  int   // that have been written
	stacks map[uintptr]uint64
	gcs    uint64
	inGC   bool
	head   []byte // strings and stacks, which have no P
}

type state uint8

const (
	runnable state = iota
	running
	waiting
	inSyscall // its P may run others
	dead
)

type goroutine struct {
	id    uint64
	state state
	seq   uint64 // of changes between runnable, running and waiting
	p     *proc  // on which it runs
	// maySyscall: it runs, or is in the kernel.
	maySyscall bool
}

type proc struct {
	id      int
	running *goroutine
	batch   []byte
	last    int64
}

func newEncoder(w io.Writer, start int64) *encoder {
	e := &encoder{w: w, buf: make([]record, 1024), gs: map[uint64]*goroutine{}, stacks: map[uintptr]uint64{}, last: start}
	e.write([]byte("go 1.19 trace\x00\x00\x00"))
	p := e.proc(0)
	e.event(p, evGomaxprocs, uint64(runtime.GOMAXPROCS(0)), noStack)
	return e
}

func (e *encoder) write(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

func varint(b []byte, v uint64) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

// proc returns a P, which begins to run with its first event.
func (e *encoder) proc(id int) *proc {
	for len(e.ps) <= id {
		e.ps = append(e.ps, nil)
	}
	if e.ps[id] == nil {
		p := &proc{id: id}
		e.ps[id] = p
		e.event(p, evProcStart, uint64(id))
	}
	return e.ps[id]
}

// event adds an event to a P's batch, at the time of the record that is looked at.
func (e *encoder) event(p *proc, kind byte, args ...uint64) {
	e.last++
	if len(p.batch) == 0 {
		p.batch = append(p.batch, evBatch|1<<6)
		p.batch = varint(p.batch, uint64(p.id))
		p.batch = varint(p.batch, uint64(e.last))
		p.last = e.last
	}
	var body []byte
	body = varint(body, uint64(e.last-p.last))
	p.last = e.last
	for _, a := range args {
		body = varint(body, a)
	}
	if len(args) < 3 {
		p.batch = append(p.batch, kind|byte(len(args))<<6)
	} else {
		p.batch = varint(append(p.batch, kind|3<<6), uint64(len(body)))
	}
	p.batch = append(p.batch, body...)
}

// flush writes what has been added.
func (e *encoder) flush() {
	for _, s := range texts.after(e.texts) {
		e.texts++
		e.text(uint64(e.texts), s)
	}
	e.write(e.head)
	e.head = e.head[:0]
	for _, p := range e.ps {
		if p != nil {
			e.write(p.batch)
			p.batch = p.batch[:0]
		}
	}
}

func (e *encoder) text(number uint64, s string) {
	e.head = varint(append(e.head, evString), number)
	e.head = append(varint(e.head, uint64(len(s))), s...)
}

func (e *encoder) finish() {
	// Times are in nanoseconds.
	e.head = varint(append(e.head, evFrequency), 1e9)
	e.flush()
}

// stack returns the number of a stack that has only the function which a goroutine begins with.
func (e *encoder) stack(pc uintptr) uint64 {
	if n, ok := e.stacks[pc]; ok || pc == 0 {
		return n
	}
	f := runtime.FuncForPC(pc)
	if f == nil {
		return noStack
	}
	n := uint64(len(e.stacks) + 1)
	e.stacks[pc] = n
	file, line := f.FileLine(pc)
	var body []byte
	for _, v := range []uint64{n, 1, uint64(pc), texts.number(f.Name()), texts.number(file), uint64(line)} {
		body = varint(body, v)
	}
	e.head = append(varint(append(e.head, evStack|3<<6), uint64(len(body))), body...)
	return n
}

// blockKind is the event for a reason to wait (runtime/sched/wait_reasons.def).
func blockKind(reason int64) byte {
	switch waitReason(reason) {
	case "IO wait":
		return evGoBlockNet
	case "chan send", "chan send (nil chan)":
		return evGoBlockSend
	case "chan receive", "chan receive (nil chan)":
		return evGoBlockRecv
	case "select", "select (no cases)":
		return evGoBlockSelect
	case "sync.Cond.Wait":
		return evGoBlockCond
	case "semacquire", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock":
		return evGoBlockSync
	case "sleep":
		return evGoSleep
	}
	return evGoBlock
}

// waitReason is the text of a reason to wait.
func waitReason(reason int64) string
