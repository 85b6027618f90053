package sync

import (
	"runtime"
	"sync/atomic"
	"unsafe"
)

// A Pool keeps objects that are not in use, for whoever needs one next. What lies in it may disappear at any collection.
//
// Each P has a shard: one object that only it may take, and a short list under a lock that others may take from too.
// Objects survive one collection unused (as victims), not two.
type Pool struct {
	noCopy noCopy

	shards unsafe.Pointer // *[]poolShard, atomic
	grow   Mutex
	cycle  uint32 // the collection at which the victims were last replaced

	// New makes an object when there is none, if it is not nil.
	New func() any
}

type poolShard struct {
	private any    // for the P's own goroutine, pinned
	old     any    // the private object of one collection ago
	cycle   uint32 // the collection at which private became old, pinned
	mu      Mutex
	shared  []any
	victim  []any
	_       [64]byte // shards of different Ps do not share a cache line
}

// Put adds x to the pool. Putting nil does nothing.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	s := p.pin()
	if s.private == nil {
		s.private = x
		runtime_procUnpin()
		return
	}
	runtime_procUnpin()
	s.mu.Lock()
	s.shared = append(s.shared, x)
	s.mu.Unlock()
}

// Get takes some object from the pool, or makes one with New.
func (p *Pool) Get() any {
	s := p.pin()
	x := s.private
	s.private = nil
	if x == nil {
		x, s.old = s.old, nil
	}
	runtime_procUnpin()
	if x == nil {
		x = s.take()
	}
	if x == nil {
		x = p.getSlow()
	}
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// take takes one of the objects that any P may take.
func (s *poolShard) take() (x any) {
	s.mu.Lock()
	list := &s.shared
	if len(*list) == 0 {
		list = &s.victim
	}
	if n := len(*list); n > 0 {
		x = (*list)[n-1]
		(*list)[n-1] = nil
		*list = (*list)[:n-1]
	}
	s.mu.Unlock()
	return x
}

// getSlow looks into the other Ps' shards.
func (p *Pool) getSlow() any {
	shards := *p.loadShards()
	for i := range shards {
		if x := shards[i].take(); x != nil {
			return x
		}
	}
	return nil
}

func (p *Pool) loadShards() *[]poolShard {
	return (*[]poolShard)(atomic.LoadPointer(&p.shards))
}

// pin returns the shard of the current P, with the goroutine pinned to it.
func (p *Pool) pin() *poolShard {
	for {
		c := runtime_gccycles()
		if c != atomic.LoadUint32(&p.cycle) {
			p.age(c)
		}
		pid := runtime_procPin()
		if shards := p.loadShards(); shards != nil && pid < len(*shards) {
			s := &(*shards)[pid]
			if s.cycle != c {
				s.agePrivate(c)
			}
			return s
		}
		runtime_procUnpin()
		p.addShards(max(pid+1, runtime.GOMAXPROCS(0)))
	}
}

// agePrivate does for the private object what age does for the shared ones; only the P itself may, whenever it comes by.
func (s *poolShard) agePrivate(cycle uint32) {
	s.old = nil
	if cycle-s.cycle == 1 {
		s.old = s.private
	}
	s.private, s.cycle = nil, cycle
}

func (p *Pool) addShards(n int) {
	p.grow.Lock()
	defer p.grow.Unlock()
	if old := p.loadShards(); old != nil && len(*old) >= n {
		return
	}
	// GOMAXPROCS has grown. What the old shards hold is lost to the pool, which it may do.
	shards := make([]poolShard, n)
	atomic.StorePointer(&p.shards, unsafe.Pointer(&shards))
}

// age makes victims of what the pool holds, and drops the previous victims: there has been a collection.
func (p *Pool) age(cycle uint32) {
	p.grow.Lock()
	defer p.grow.Unlock()
	if p.cycle == cycle {
		return
	}
	skipped := cycle-p.cycle > 1
	atomic.StoreUint32(&p.cycle, cycle)
	shards := p.loadShards()
	if shards == nil {
		return
	}
	for i := range *shards {
		s := &(*shards)[i]
		s.mu.Lock()
		s.victim, s.shared = s.shared, nil
		if skipped {
			s.victim = nil
		}
		s.mu.Unlock()
	}
}
