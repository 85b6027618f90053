// hood: run
// A system call on all threads: what it sets is set wherever a goroutine runs.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"syscall"
)

const (
	getKeepCaps = 7
	setKeepCaps = 8
)

// onThreads runs f on n threads at once.
func onThreads(n int, f func()) {
	var ready, all sync.WaitGroup
	ready.Add(n)
	all.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			defer all.Done()
			runtime.LockOSThread()
			ready.Done()
			ready.Wait()
			f()
			runtime.UnlockOSThread()
		}()
	}
	all.Wait()
}

func main() {
	onThreads(5, func() {}) // so that there are some
	for _, keep := range []uintptr{1, 0, 1} {
		r, _, e := syscall.AllThreadsSyscall(syscall.SYS_PRCTL, setKeepCaps, keep, 0)
		var mu sync.Mutex
		wrong := 0
		onThreads(8, func() {
			v, _, _ := syscall.RawSyscall6(syscall.SYS_PRCTL, getKeepCaps, 0, 0, 0, 0, 0)
			mu.Lock()
			defer mu.Unlock()
			if v != keep {
				wrong++
			}
		})
		fmt.Println(r, e, wrong)
	}
	_, _, e := syscall.AllThreadsSyscall6(syscall.SYS_PRCTL, 1<<20, 0, 0, 0, 0, 0)
	fmt.Println(e)
	fmt.Println(syscall.Setfsuid(os.Getuid()), syscall.Setfsgid(os.Getgid()))
}

// out: 0 errno 0 0
// out: 0 errno 0 0
// out: 0 errno 0 0
// out: invalid argument
// out: <nil> <nil>
