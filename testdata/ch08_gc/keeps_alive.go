// hood: run   book: 8.4
// What keeps an object alive is a pointer, wherever it is: in the frame of a goroutine that waits, in a channel's buffer, in a
// map that grows, among a deferred call's arguments, in the pending send of a select. And nothing else does: not a number with the
// same bits, not a variable that is not read any more.
package main

import (
	"fmt"
	"runtime"
	"sort"
	"strings"
	"time"
	"unsafe"
)

type object struct {
	name string
	next *object
	pad  [6]int
}

var finalized = make(chan string, 100)

//go:noinline
func newObject(name string) *object {
	o := &object{name: name}
	runtime.SetFinalizer(o, func(o *object) { finalized <- o.name })
	return o
}

// collect returns what is finalized once two collections have found garbage that was made for them: the finalizers of the
// first have all run then. Their order is not promised.
func collect() string {
	var names []string
	for round := 0; round < 2; round++ {
		makeGarbage()
		for name := "?"; name != ""; {
			runtime.GC()
			select {
			case name = <-finalized:
				if name != "" {
					names = append(names, name)
				}
			case <-time.After(time.Millisecond):
			}
		}
	}
	sort.Strings(names)
	return strings.Join(names, ", ")
}

//go:noinline
func makeGarbage() { newObject("") }

//go:noinline
func use(o *object) string { return o.name }

// ---- nothing keeps it ----

//go:noinline
func numberOf(name string) uintptr { return uintptr(unsafe.Pointer(newObject(name))) }

var global uintptr

func number() {
	local := numberOf("number in a frame")
	global = numberOf("number in a global")
	boxed := interface{}(numberOf("number in an interface"))
	inMap := map[uintptr]uintptr{1: numberOf("number in a map")}
	inChan := make(chan uintptr, 1)
	inChan <- numberOf("number in a channel")
	fmt.Println("numbers:", collect())
	runtime.KeepAlive([]interface{}{local, boxed, inMap, inChan})
}

func deadLocal() {
	o := newObject("dead local")
	fmt.Println("made:", use(o)) // the last use
	fmt.Println("dead local:", collect())
}

func deadAfterBranch(wanted bool) {
	o := newObject("dead in one branch")
	if wanted {
		fmt.Println("branch:", collect())
		return
	}
	fmt.Println(use(o))
}

func overwritten() {
	o := newObject("overwritten")
	fmt.Println("made:", use(o))
	o = newObject("the new one")
	fmt.Println("overwritten:", collect())
	fmt.Println("made:", use(o))
}

func deadParameter(o *object) {
	fmt.Println("made:", use(o))
	fmt.Println("dead parameter:", collect())
}

// ---- something keeps it ----

func otherFrame() {
	wait, done := make(chan bool), make(chan string)
	go func() {
		o := newObject("in another goroutine's frame")
		<-wait
		done <- use(o)
	}()
	fmt.Println("other goroutine:", collect())
	wait <- true
	fmt.Println("used", <-done)
}

func channelBuffer() {
	ch := make(chan *object, 4)
	ch <- newObject("first in the buffer")
	ch <- newObject("second in the buffer")
	fmt.Println("used", (<-ch).name) // its place in the buffer is empty now
	fmt.Println("channel:", collect())
	fmt.Println("used", (<-ch).name)
}

func mapUnderGrowth() {
	m := map[int]*object{}
	m[-1] = newObject("in a map")
	for i := 0; i < 27; i++ { // the last insertion starts to grow it: most entries are still in old buckets
		m[i] = &object{}
	}
	fmt.Println("map:", collect())
	fmt.Println("used", m[-1].name)
	runtime.KeepAlive(m)
}

func deferredArguments() {
	defer func(o *object) { fmt.Println("used", use(o)) }(newObject("argument of a deferred call"))
	for i := 0; i < 2; i++ { // in a loop: a record on the heap
		defer func(o *object) { fmt.Println("used", use(o)) }(newObject(fmt.Sprint("argument ", i)))
	}
	fmt.Println("defer:", collect())
}

func pendingSend() {
	a, b, done := make(chan *object), make(chan *object), make(chan bool)
	go func() {
		select {
		case a <- newObject("pending send"):
		case b <- nil:
		}
		done <- true
	}()
	fmt.Println("select:", collect())
	fmt.Println("used", (<-a).name)
	<-done
}

func pendingPanic() {
	defer func() {
		fmt.Println("panic:", collect())
		fmt.Println("used", recover().(*object).name)
	}()
	panic(newObject("panic value"))
}

func closure() {
	f := func(o *object) func() string { return func() string { return o.name } }(newObject("captured"))
	fmt.Println("closure:", collect())
	fmt.Println("used", f())
}

func interior() {
	p := &newObject("seen from inside").pad[3]
	fmt.Println("interior:", collect())
	*p = 1
}

func timer() {
	o := newObject("in a timer's function")
	done := make(chan string)
	t := time.AfterFunc(time.Hour, func() { done <- use(o) })
	fmt.Println("timer:", collect())
	t.Reset(0)
	fmt.Println("used", <-done)
}

func main() {
	number()
	deadLocal()
	deadAfterBranch(true)
	overwritten()
	deadParameter(newObject("dead parameter"))
	fmt.Println("at rest:", collect())
	otherFrame()
	channelBuffer()
	mapUnderGrowth()
	deferredArguments()
	pendingSend()
	pendingPanic()
	closure()
	interior()
	timer()
	fmt.Println("at the end:", collect())
}
