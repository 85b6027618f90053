package os

import (
	"errors"
	"internal/testlog"
	"syscall"
)

// Args are the program's name and its arguments.
var Args = syscall.Args()

// Exit ends the program with a status, at once: deferred functions do not run.
func Exit(code int) {
	if code == 0 && testlog.PanicOnExit0() {
		panic("unexpected call to os.Exit(0) during test")
	}
	syscall.Exit(code)
}

// Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal() // tells signals from other Stringers
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Getpid returns the process id.
func Getpid() int { return syscall.Getpid() }

// Getppid returns the process id of the parent.
func Getppid() int { return syscall.Getppid() }

// Getuid returns the user id.
func Getuid() int { return syscall.Getuid() }

// Geteuid returns the effective user id.
func Geteuid() int { return syscall.Geteuid() }

// Getgid returns the group id.
func Getgid() int { return syscall.Getgid() }

// Getegid returns the effective group id.
func Getegid() int { return syscall.Getegid() }

// Getgroups returns the supplementary groups.
func Getgroups() ([]int, error) { return syscall.Getgroups() }

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return syscall.Getpagesize() }

// Hostname returns the name that the kernel has for the machine.
func Hostname() (name string, err error) { return syscall.Gethostname(), nil }

// executable returns the program that is this one: a script that starts a test again. "" if it is the process's own file.
func executable() string

// Executable returns the path of the running binary; of a test, that of what starts the test again.
func Executable() (string, error) {
	if path := executable(); path != "" {
		return path, nil
	}
	return Readlink("/proc/self/exe")
}

// UserHomeDir returns the user's home: $HOME.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns where the user's caches are: $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns where the user's settings are: $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		return dir, nil
	}
	if home := Getenv("HOME"); home != "" {
		return home + below, nil
	}
	return "", errors.New("neither $" + variable + " nor $HOME are defined")
}
