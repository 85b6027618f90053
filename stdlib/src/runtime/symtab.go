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

// frameAt returns the i-th function at pc, from the innermost inlined one outwards; more says that there is an i+1st.
// isReturn: pc is a return address, and the call before it is meant.
func frameAt(pc uintptr, i int, isReturn bool) (name, file string, line int, entry uintptr, more bool)

// A Frame is one call on a stack.
type Frame struct {
	PC       uintptr // the return address minus one: within the call
	Func     *Func   // nil for inlined functions
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames turns return addresses into Frames.
type Frames struct {
	callers []uintptr
	inner   int // how many inlined functions of callers[0] have been returned
}

// CallersFrames prepares the result of Callers for Next.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers: callers} }

// Next returns the next call, and whether there are more after it.
func (ci *Frames) Next() (frame Frame, more bool) {
	if len(ci.callers) == 0 {
		return Frame{}, false
	}
	pc := ci.callers[0]
	name, file, line, entry, inlined := frameAt(pc, ci.inner, true)
	frame = Frame{PC: pc - 1, Function: name, File: file, Line: line, Entry: entry}
	if inlined {
		ci.inner++
	} else {
		if name != "" {
			frame.Func = &Func{name, entry}
		}
		ci.callers, ci.inner = ci.callers[1:], 0
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
	name, _, _, entry, _ := frameAt(pc, 0, false)
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
	_, file, line, _, _ = frameAt(pc, 0, false)
	return file, line
}
