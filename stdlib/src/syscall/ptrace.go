package syscall

import "unsafe"

// The thread that traces must be the one that has attached: call runtime.LockOSThread first.

func ptrace(request, pid int, addr, data uintptr) error {
	return only(Syscall6(SYS_PTRACE, uintptr(request), uintptr(pid), addr, data, 0, 0))
}

func PtraceAttach(pid int) error { return ptrace(PTRACE_ATTACH, pid, 0, 0) }

func PtraceDetach(pid int) error { return ptrace(PTRACE_DETACH, pid, 0, 0) }

func PtraceCont(pid int, signal int) error { return ptrace(PTRACE_CONT, pid, 0, uintptr(signal)) }

func PtraceSyscall(pid int, signal int) error { return ptrace(PTRACE_SYSCALL, pid, 0, uintptr(signal)) }

func PtraceSingleStep(pid int) error { return ptrace(PTRACE_SINGLESTEP, pid, 0, 0) }

func PtraceSetOptions(pid int, options int) error {
	return ptrace(PTRACE_SETOPTIONS, pid, 0, uintptr(options))
}

func PtraceGetEventMsg(pid int) (msg uint, err error) {
	err = ptrace(PTRACE_GETEVENTMSG, pid, 0, uintptr(unsafe.Pointer(&msg)))
	return msg, err
}

func PtraceGetRegs(pid int, regsout *PtraceRegs) error {
	return ptrace(PTRACE_GETREGS, pid, 0, uintptr(unsafe.Pointer(regsout)))
}

func PtraceSetRegs(pid int, regs *PtraceRegs) error {
	return ptrace(PTRACE_SETREGS, pid, 0, uintptr(unsafe.Pointer(regs)))
}

const wordSize = 8

type word [wordSize]byte

func peekWord(request, pid int, addr uintptr) (w word, err error) {
	err = ptrace(request, pid, addr, uintptr(unsafe.Pointer(&w)))
	return w, err
}

// peek reads a process's memory. The kernel reads words at addresses that are multiples of their size.
func peek(request, pid int, addr uintptr, out []byte) (count int, err error) {
	for count < len(out) {
		at := addr + uintptr(count)
		skip := at % wordSize
		w, err := peekWord(request, pid, at-skip)
		if err != nil {
			return count, err
		}
		count += copy(out[count:], w[skip:])
	}
	return count, nil
}

// poke writes to a process's memory. Words that are not written whole are read first.
func poke(pokeRequest, peekRequest, pid int, addr uintptr, data []byte) (count int, err error) {
	for count < len(data) {
		at := addr + uintptr(count)
		skip := at % wordSize
		var w word
		if skip > 0 || len(data)-count < wordSize {
			if w, err = peekWord(peekRequest, pid, at-skip); err != nil {
				return count, err
			}
		}
		n := copy(w[skip:], data[count:])
		if err := ptrace(pokeRequest, pid, at-skip, *(*uintptr)(unsafe.Pointer(&w))); err != nil {
			return count, err
		}
		count += n
	}
	return count, nil
}

func PtracePeekText(pid int, addr uintptr, out []byte) (count int, err error) {
	return peek(PTRACE_PEEKTEXT, pid, addr, out)
}

func PtracePeekData(pid int, addr uintptr, out []byte) (count int, err error) {
	return peek(PTRACE_PEEKDATA, pid, addr, out)
}

func PtracePokeText(pid int, addr uintptr, data []byte) (count int, err error) {
	return poke(PTRACE_POKETEXT, PTRACE_PEEKTEXT, pid, addr, data)
}

func PtracePokeData(pid int, addr uintptr, data []byte) (count int, err error) {
	return poke(PTRACE_POKEDATA, PTRACE_PEEKDATA, pid, addr, data)
}
