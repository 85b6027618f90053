package trace

// record is an event of the runtime: keep it in step with runtime/core/trace.h.
type record struct {
	time  int64
	goid  uint64
	args  [3]int64
	event uint8 // one of the numbers below
	p     uint8
}

// The numbers that stdlib/native/runtime_trace.cc gives to events.
const (
	goCreate uint8 = iota
	goStart
	goPark
	goReady
	goYield
	goPreempt
	goEnd
	goSyscall
	gcStart
	gcEnd
	userTask
	userTaskEnd
	userRegion
	userLog
)

// start makes the runtime keep its events. It returns false if it already does.
func start() bool

func stop()

// read moves events, the oldest first, to buf, and returns how many.
func read(buf []record) int

// emit adds an event of the goroutine's.
func emit(event uint8, a, b, c uint64)

// now is the time on the clock of events.
func now() int64
