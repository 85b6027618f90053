// hood: run   exit: 2   oracle: no (frames of the runtime are Go's own matter)   book: 7.3
// debug.SetTraceback("system"), as GOTRACEBACK=system, shows also goroutines of the runtime, wrappers that the compiler made,
// and where frames lie.
package main

import (
	"runtime"
	"runtime/debug"
	"strings"
)

type thing struct{ next *thing }

type shouter interface{ shout() }
type inner struct{}
type outer struct{ inner }

func (inner) shout() { panic("enough") }

func main() {
	debug.SetTraceback("system")
	// The goroutine that runs finalizers is the runtime's.
	done := make(chan bool)
	runtime.SetFinalizer(&thing{}, func(*thing) { close(done) })
	for ok := true; ok; {
		runtime.GC()
		select {
		case <-done:
			ok = false
		default:
			runtime.Gosched()
		}
	}
	for buf := make([]byte, 1<<16); !strings.Contains(string(buf[:runtime.Stack(buf, true)]), "[finalizer wait]"); {
		runtime.Gosched()
	}
	var s shouter = &outer{}
	s.shout()
	// err: panic: enough
	// err: goroutine 1 [running]:
	// err: main.inner.shout(
	// err: fp=0x
	// err: main.main()
	// err: fp=0x
	// err: [finalizer wait]:
}
