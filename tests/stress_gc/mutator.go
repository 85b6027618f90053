// A random mutator of the heap, against the collector: goroutines build, cut, move and exchange objects through everything that
// can hold a pointer. Each object carries a mark of its identity, so that one that was freed too early shows when it is next
// met (with clobberfree=1, always).
//
//	hood run tests/stress_gc/mutator.go [seed [steps [seeds]]]
//
// runs `seeds` seeds, one after the other, from `seed` on.
package main

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
	"weak"
)

const magic = 0x5eed5eed5eed5eed

type node struct {
	id, check uint64     // check == id ^ magic
	mu        sync.Mutex // guards the pointers below
	next      *node
	pair      [2]*node
	kids      []*node
	any       interface{}
	byID      map[uint64]*node
	f         func() *node
	name      string
}

type random uint64

func (r *random) below(n int) int {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

var (
	ids    uint64
	global atomic.Pointer[node]
	table  [16]atomic.Pointer[node]
	shared = struct {
		sync.Mutex
		byID map[uint64]*node
		list []*node
	}{byID: map[uint64]*node{}}
	pool  = sync.Pool{New: func() interface{} { return newNode() }}
	weaks = struct {
		sync.Mutex
		p [32]weak.Pointer[node]
	}{}
)

func newNode() *node {
	id := atomic.AddUint64(&ids, 1)
	return &node{id: id, check: id ^ magic, name: strconv.Itoa(int(id))}
}

func (n *node) mustLive() *node {
	if n != nil && (n.check != n.id^magic || n.name != strconv.Itoa(int(n.id))) {
		fmt.Printf("object %d is damaged: check %#x name %q\n", n.id, n.check, n.name)
		os.Exit(1)
	}
	return n
}

// step follows one of n's pointers.
func (n *node) step(r *random) *node {
	if n == nil {
		return nil
	}
	n.mustLive()
	n.mu.Lock()
	x := n.stepLocked(r)
	n.mu.Unlock()
	return x
}

func (n *node) stepLocked(r *random) *node {
	switch r.below(7) {
	case 0:
		return n.next
	case 1:
		return n.pair[r.below(2)]
	case 2:
		if len(n.kids) > 0 {
			return n.kids[r.below(len(n.kids))]
		}
	case 3:
		if x, ok := n.any.(*node); ok {
			return x
		}
		if x, ok := n.any.([2]*node); ok {
			return x[1]
		}
	case 4:
		for _, x := range n.byID {
			return x
		}
	case 5:
		if n.f != nil {
			return n.f()
		}
	}
	return n
}

// link lets n point to x, in some way, and loses what was there.
func (n *node) link(r *random, x *node) {
	n.mu.Lock()
	n.linkLocked(r, x)
	n.mu.Unlock()
}

func (n *node) linkLocked(r *random, x *node) {
	switch r.below(12) {
	case 0:
		n.next = x
	case 1:
		n.pair[r.below(2)] = x
	case 2:
		n.pair = [2]*node{x, n.next}
	case 3:
		if len(n.kids) > 20 {
			n.kids = n.kids[:copy(n.kids, n.kids[15:])]
		}
		n.kids = append(n.kids, x)
	case 4:
		n.any = x
	case 5:
		n.any = [2]*node{n.next, x}
		n.next = nil
	case 6:
		if n.byID == nil || len(n.byID) > 30 {
			n.byID = map[uint64]*node{}
		}
		n.byID[uint64(r.below(40))] = x
	case 7:
		n.f = func() *node { return x }
	case 8: // by reflection
		v := reflect.ValueOf(&n.pair).Elem()
		v.Index(0).Set(v.Index(1))
		v.Index(1).Set(reflect.ValueOf(x))
	case 9: // a pointer leaves the heap and comes back elsewhere
		y := n.next
		n.next = nil
		n.pair[0], n.pair[1] = n.pair[1], y
	case 10:
		defer func(y *node) { n.next = y }(n.pair[1])
		n.pair[1] = x
	case 11:
		n.kids = nil
		n.byID = nil
	}
}

func exchange(r *random, x *node, ch chan *node) *node {
	switch r.below(7) {
	case 0:
		select {
		case ch <- x:
		case y := <-ch:
			return y
		default:
		}
	case 1:
		return table[r.below(len(table))].Swap(x)
	case 2:
		t := &table[r.below(len(table))]
		old := t.Load()
		if t.CompareAndSwap(old, x) {
			return old
		}
	case 3:
		shared.Lock()
		defer shared.Unlock()
		k := uint64(r.below(100))
		y := shared.byID[k]
		shared.byID[k] = x
		if r.below(20) == 0 {
			delete(shared.byID, uint64(r.below(100)))
		}
		return y
	case 4:
		shared.Lock()
		defer shared.Unlock()
		shared.list = append(shared.list, x)
		if len(shared.list) > 50 {
			shared.list = append([]*node(nil), shared.list[25:]...)
		}
		return shared.list[r.below(len(shared.list))]
	case 5:
		pool.Put(x)
		return pool.Get().(*node)
	case 6: // frame to frame
		back := make(chan *node)
		go func(y *node) { back <- y.mustLive() }(x)
		return <-back
	}
	return x
}

func deep(n int, r *random, x *node) *node {
	if n == 0 {
		return x.step(r)
	}
	y := newNode()
	y.next = x
	z := deep(n-1, r, y)
	y.mustLive()
	return z
}

// watch has something happen when x dies.
func watch(r *random, x *node) {
	switch r.below(4) {
	case 0: // it comes back
		runtime.SetFinalizer(x, func(x *node) { table[x.id%uint64(len(table))].Store(x.mustLive()) })
	case 1:
		runtime.SetFinalizer(x, func(x *node) { x.mustLive().next.mustLive() })
	case 2:
		y := newNode()
		runtime.AddCleanup(x, func(y *node) { y.mustLive() }, y)
	case 3:
		time.AfterFunc(time.Duration(r.below(1000))*time.Microsecond, func() { x.mustLive() })
	}
}

// loosely keeps a weak pointer to x in place of another one, and returns what that led to.
func loosely(r *random, x *node) *node {
	weaks.Lock()
	defer weaks.Unlock()
	p := &weaks.p[r.below(len(weaks.p))]
	old := p.Value().mustLive()
	if x != nil {
		*p = weak.Make(x)
	}
	return old
}

func mutate(seed uint64, steps int, ch chan *node) {
	r := random(seed)
	var locals [8]*node
	for i := range locals {
		locals[i] = newNode()
	}
	for i := 0; i < steps; i++ {
		a, b := r.below(len(locals)), r.below(len(locals))
		if locals[a] == nil {
			locals[a] = newNode()
		}
		switch r.below(10) {
		case 0:
			locals[a] = newNode()
		case 8:
			locals[a] = loosely(&r, locals[b])
		case 9:
			locals[a] = newNode()
			locals[a].next = locals[b]
			watch(&r, locals[a])
		case 1, 2, 3:
			locals[a].link(&r, locals[b])
		case 4:
			locals[a] = locals[b].step(&r)
		case 5:
			locals[a] = exchange(&r, locals[b], ch)
		case 6:
			locals[a] = deep(r.below(30), &r, locals[b])
		case 7:
			for x, hops := locals[a], 0; x != nil && hops < 20; hops++ {
				x = x.mustLive().step(&r)
			}
		}
		if i%64 == 0 && seed%2 == 0 {
			global.Store(locals[b])
		}
	}
}

func arg(i, otherwise int) int {
	if len(os.Args) <= i {
		return otherwise
	}
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		panic(err)
	}
	return n
}

func run(seed uint64, steps int) {
	ch := make(chan *node, 4)
	var wg sync.WaitGroup
	for g := uint64(0); g < 4; g++ {
		wg.Add(1)
		go func(g uint64) {
			defer wg.Done()
			mutate(seed*1000+g, steps, ch)
		}(g)
	}
	wg.Wait()
	global.Load().mustLive()
}

func main() {
	first, steps, seeds := arg(1, 1), arg(2, 3000), arg(3, 1)
	for seed := first; seed < first+seeds; seed++ {
		fmt.Println("seed", seed)
		run(uint64(seed), steps)
	}
	fmt.Println("mutator: ok")
}
