package syscall

// Natives. Those that may wait in the kernel let other goroutines run meanwhile. Interrupted calls are repeated.

// call makes a system call without pointers.
func call(trap, a, b, c uintptr) (r uintptr, err Errno)

// callPath makes a system call whose first argument is a path.
func callPath(trap uintptr, path string, a, b uintptr) (r uintptr, err Errno)

// callPaths makes a system call whose arguments are two paths.
func callPaths(trap uintptr, from, to string) (err Errno)

// callBytes makes a system call with arguments fd, p, len(p) and maybe an offset.
func callBytes(trap uintptr, fd int, p []byte, offset int64) (n int, err Errno)

// callPathBytes makes a system call with arguments path, p and len(p).
func callPathBytes(trap uintptr, path string, p []byte) (n int, err Errno)

// statPath and statFd fill st.
func statPath(path string, follow bool, st *Stat_t) (err Errno)

func statFd(fd int, st *Stat_t) (err Errno)

// setTimes sets the times of access and modification, in nanoseconds since 1970.
func setTimes(path string, access, modified int64) (err Errno)

// pipe makes a pipe and returns both ends.
func pipe(flags int) (r, w int, err Errno)

// errorText returns what e means.
func errorText(e int) string

// environment returns the environment that the process was started with, args its arguments.
func environment() []string

func args() []string

func hostname() string

// groups returns the supplementary groups.
func groups() []int

// Exit ends the process.
func Exit(code int)
