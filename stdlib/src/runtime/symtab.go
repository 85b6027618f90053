package runtime

// Caller returns where the function that is skip calls up from the caller of Caller stands; 0 is that caller itself.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	return caller(skip + 1)
}

// caller is Caller; 0 is the function that calls it.
func caller(skip int) (pc uintptr, file string, line int, ok bool)

// Callers fills pc with the return addresses of the goroutine's calls and returns their number; skip 0 is Callers itself.
func Callers(skip int, pc []uintptr) int {
	return callers(skip, pc)
}

// callers is Callers; 0 is the function that calls it.
func callers(skip int, pc []uintptr) int

// frameAt returns the function at pc and the position in its source; "" if there is none.
func frameAt(pc uintptr) (name, file string, line int, entry uintptr)

// A Frame is one call on a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames turns the result of Callers into Frames. In hood each call has a program counter of its own, inlined ones too.
type Frames struct {
	callers []uintptr
}

// CallersFrames prepares the result of Callers for Next.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers: callers} }

// Next returns the next call, and whether there are more after it.
func (ci *Frames) Next() (frame Frame, more bool) {
	if len(ci.callers) == 0 {
		return Frame{}, false
	}
	pc := ci.callers[0]
	ci.callers = ci.callers[1:]
	name, file, line, entry := frameAt(pc)
	frame = Frame{PC: pc, Function: name, File: file, Line: line, Entry: entry}
	if name != "" {
		frame.Func = &Func{name, entry}
	}
	return frame, len(ci.callers) > 0
}

// A Func is a function of the program.
type Func struct {
	name  string
	entry uintptr
}

// FuncForPC returns the function that contains pc, nil if there is none.
func FuncForPC(pc uintptr) *Func {
	name, _, _, entry := frameAt(pc)
	if name == "" {
		return nil
	}
	return &Func{name, entry}
}

// Name returns the function's name with its package path.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry returns the address of the function's code.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine returns the source position of an address in the function.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = frameAt(pc)
	return file, line
}
