package sync

import (
	"runtime"
	"sync/atomic"
	"unsafe"
)

// A Pool keeps objects that are not in use, for whoever needs one next. What lies in it may disappear at any collection.
//
// Each P has a shard: one object that only it may take, and a list that others may take from too. When a collection begins the
// runtime makes victims of all that is there: they are taken when nothing else is left, and gone when the next one begins. It does
// so in a stopped world; goroutines use shards while they are pinned to a P, where nothing stops them.
type Pool struct {
	noCopy noCopy

	shards unsafe.Pointer // *[]poolShard, atomic
	grow   Mutex

	// New makes an object when there is none, if it is not nil.
	New func() any
}

// poolShard is what one P has. C++ knows it as PoolShard.
type poolShard struct {
	private       any // for the P's own goroutine
	privateVictim any
	shared        []any // both lists: for who holds busy
	victims       []any
	busy          uint64
	_             [40]byte // shards of different Ps do not share a cache line
}

// Put adds x to the pool. Putting nil does nothing.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	for {
		s := p.pin()
		if s.private == nil {
			s.private = x
			runtime_procUnpin()
			return
		}
		if s.lock() {
			s.shared = append(s.shared, x)
			s.unlock()
			runtime_procUnpin()
			return
		}
		runtime_procUnpin()
		runtime.Gosched() // somebody takes from our list
	}
}

// Get takes some object from the pool, or makes one with New.
func (p *Pool) Get() any {
	s := p.pin()
	x := s.private
	s.private = nil
	if x == nil {
		x = s.take(&s.shared)
	}
	if x == nil {
		x = p.getSlow(s)
	}
	runtime_procUnpin()
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// getSlow looks into the other Ps' shards, then for victims. own is the P's shard.
func (p *Pool) getSlow(own *poolShard) any {
	shards := *p.loadShards()
	for i := range shards {
		if x := shards[i].take(&shards[i].shared); x != nil {
			return x
		}
	}
	if x := own.privateVictim; x != nil {
		own.privateVictim = nil
		return x
	}
	for i := range shards {
		if x := shards[i].take(&shards[i].victims); x != nil {
			return x
		}
	}
	return nil
}

// take takes the last of a list of s; nil if there is none, or the lists are in use.
func (s *poolShard) take(list *[]any) (x any) {
	if !s.lock() {
		return nil
	}
	if n := len(*list); n > 0 {
		x = (*list)[n-1]
		(*list)[n-1] = nil
		*list = (*list)[:n-1]
	}
	s.unlock()
	return x
}

func (s *poolShard) lock() bool { return atomic.CompareAndSwapUint64(&s.busy, 0, 1) }
func (s *poolShard) unlock()    { atomic.StoreUint64(&s.busy, 0) }

func (p *Pool) loadShards() *[]poolShard {
	return (*[]poolShard)(atomic.LoadPointer(&p.shards))
}

// pin returns the shard of the current P, with the goroutine pinned to it.
func (p *Pool) pin() *poolShard {
	for {
		pid := runtime_procPin()
		if shards := p.loadShards(); shards != nil && pid < len(*shards) {
			return &(*shards)[pid]
		}
		runtime_procUnpin()
		p.addShards(max(pid+1, runtime.GOMAXPROCS(0)))
	}
}

func (p *Pool) addShards(n int) {
	p.grow.Lock()
	defer p.grow.Unlock()
	if old := p.loadShards(); old != nil && len(*old) >= n {
		return
	}
	// GOMAXPROCS has grown. What the old shards hold is lost to the pool, which it may do.
	shards := make([]poolShard, n)
	runtime_registerPool(&shards[0], n)
	atomic.StorePointer(&p.shards, unsafe.Pointer(&shards))
}
