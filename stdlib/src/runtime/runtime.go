package runtime

// Compiler is the name of the toolchain. Programs that look know only "gc" and "gccgo", and hood mirrors the former.
const Compiler = "gc"

// GOOS is the operating system the program runs on.
const GOOS string = "linux"

// GOARCH is the architecture whose sizes and layouts hood uses.
const GOARCH string = "amd64"

// MemProfileRate is how many bytes are allocated between two samples of the memory profile.
var MemProfileRate int = 512 * 1024

// GOMAXPROCS sets how many goroutines run at a time, if n > 0, and returns the number before.
func GOMAXPROCS(n int) int

// NumCPU returns how many CPUs the process may use.
func NumCPU() int

// NumGoroutine returns how many goroutines there are.
func NumGoroutine() int

// NumCgoCall returns how many calls of C there were: none.
func NumCgoCall() int64 { return 0 }

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the goroutine after running its deferred calls.
func Goexit()

// LockOSThread binds the goroutine to its thread until UnlockOSThread has been called as often.
func LockOSThread()

// UnlockOSThread undoes one LockOSThread.
func UnlockOSThread()

// Breakpoint stops the program in a debugger; there is none.
func Breakpoint() {}

// GOROOT returns the root of the Go tree: the variable GOROOT, or "".
func GOROOT() string { return gogetenv("GOROOT") }

func gogetenv(name string) string

// Version returns the version of Go whose language and library hood implements.
func Version() string { return "go1.22" }

// Stack writes the goroutine's stack, or all goroutines' stacks, to buf and returns the number of bytes.
func Stack(buf []byte, all bool) int
