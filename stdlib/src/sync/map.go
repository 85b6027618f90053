package sync

import (
	"sync/atomic"
	"unsafe"
)

// A Map is a map[any]any for many goroutines. It suits keys that are written once and read often, and goroutines that use
// different keys.
//
// Reads go to an immutable map whose entries are atomic pointers. New keys go to a second map under a lock; when that has
// been asked as often as it has entries, it becomes the first.
type Map struct {
	mu     Mutex
	read   unsafe.Pointer // *readOnly, atomic
	dirty  map[any]*entry // all that is in read and not expunged, and more; nil: nothing new since it became read
	misses int            // how often a read had to look into dirty
}

// readOnly never changes once it is published.
type readOnly struct {
	m       map[any]*entry
	amended bool // dirty has keys that m has not
}

// expunged marks a deleted entry that dirty does not have.
var expunged = new(any)

// An entry is the place of one key's value. p == nil: deleted; p == expunged: deleted and not in dirty.
type entry struct {
	p unsafe.Pointer // *any, atomic
}

func (e *entry) get() *any { return (*any)(atomic.LoadPointer(&e.p)) }

func (e *entry) set(v *any) { atomic.StorePointer(&e.p, unsafe.Pointer(v)) }

func (e *entry) swap(old, v *any) bool {
	return atomic.CompareAndSwapPointer(&e.p, unsafe.Pointer(old), unsafe.Pointer(v))
}

func newEntry(v any) *entry {
	e := &entry{}
	e.set(&v)
	return e
}

func (m *Map) loadReadOnly() readOnly {
	if r := (*readOnly)(atomic.LoadPointer(&m.read)); r != nil {
		return *r
	}
	return readOnly{}
}

func (m *Map) storeReadOnly(r readOnly) { atomic.StorePointer(&m.read, unsafe.Pointer(&r)) }

// Load returns the value of key, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	read := m.loadReadOnly()
	e, ok := read.m[key]
	if !ok && read.amended {
		m.mu.Lock()
		read = m.loadReadOnly()
		e, ok = read.m[key]
		if !ok && read.amended {
			e, ok = m.dirty[key]
			m.missLocked()
		}
		m.mu.Unlock()
	}
	if !ok {
		return nil, false
	}
	return e.load()
}

func (e *entry) load() (any, bool) {
	p := e.get()
	if p == nil || p == expunged {
		return nil, false
	}
	return *p, true
}

// Store sets the value of key.
func (m *Map) Store(key, value any) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok && e.tryStore(&value) {
		return
	}
	m.mu.Lock()
	read = m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if e.unexpungeLocked() {
			m.dirty[key] = e
		}
		e.set(&value)
	} else if e, ok := m.dirty[key]; ok {
		e.set(&value)
	} else {
		m.addLocked(read, key, value)
	}
	m.mu.Unlock()
}

func (e *entry) tryStore(v *any) bool {
	for {
		p := e.get()
		if p == expunged {
			return false
		}
		if e.swap(p, v) {
			return true
		}
	}
}

// unexpungeLocked makes an expunged entry a deleted one, which must be added to dirty then.
func (e *entry) unexpungeLocked() bool { return e.swap(expunged, nil) }

func (m *Map) addLocked(read readOnly, key, value any) {
	if !read.amended {
		m.dirtyLocked()
		m.storeReadOnly(readOnly{m: read.m, amended: true})
	}
	m.dirty[key] = newEntry(value)
}

// LoadOrStore returns the value of key if there is one, else it stores value and returns that. loaded says which.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if actual, loaded, ok := e.tryLoadOrStore(value); ok {
			return actual, loaded
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	read = m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if e.unexpungeLocked() {
			m.dirty[key] = e
		}
		actual, loaded, _ = e.tryLoadOrStore(value)
	} else if e, ok := m.dirty[key]; ok {
		actual, loaded, _ = e.tryLoadOrStore(value)
		m.missLocked()
	} else {
		m.addLocked(read, key, value)
		actual, loaded = value, false
	}
	return actual, loaded
}

// tryLoadOrStore fails, with ok false, for an expunged entry.
func (e *entry) tryLoadOrStore(v any) (actual any, loaded, ok bool) {
	for {
		p := e.get()
		if p == expunged {
			return nil, false, false
		}
		if p != nil {
			return *p, true, true
		}
		if e.swap(nil, &v) {
			return v, false, true
		}
	}
}

// LoadAndDelete deletes key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	read := m.loadReadOnly()
	e, ok := read.m[key]
	if !ok && read.amended {
		m.mu.Lock()
		read = m.loadReadOnly()
		e, ok = read.m[key]
		if !ok && read.amended {
			e, ok = m.dirty[key]
			delete(m.dirty, key)
			m.missLocked()
		}
		m.mu.Unlock()
	}
	if !ok {
		return nil, false
	}
	for {
		p := e.get()
		if p == nil || p == expunged {
			return nil, false
		}
		if e.swap(p, nil) {
			return *p, true
		}
	}
}

// Delete deletes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Range calls f for each key and value until f returns false. No key comes twice; otherwise it is no snapshot.
func (m *Map) Range(f func(key, value any) bool) {
	read := m.loadReadOnly()
	if read.amended {
		// O(n) anyway: make dirty the read map.
		m.mu.Lock()
		read = m.loadReadOnly()
		if read.amended {
			read = readOnly{m: m.dirty}
			m.promoteLocked()
		}
		m.mu.Unlock()
	}
	for k, e := range read.m {
		if v, ok := e.load(); ok && !f(k, v) {
			break
		}
	}
}

func (m *Map) missLocked() {
	m.misses++
	if m.misses >= len(m.dirty) {
		m.promoteLocked()
	}
}

func (m *Map) promoteLocked() {
	m.storeReadOnly(readOnly{m: m.dirty})
	m.dirty = nil
	m.misses = 0
}

// dirtyLocked fills dirty from read, and expunges what was deleted.
func (m *Map) dirtyLocked() {
	if m.dirty != nil {
		return
	}
	read := m.loadReadOnly()
	m.dirty = make(map[any]*entry, len(read.m))
	for k, e := range read.m {
		for p := e.get(); p == nil; p = e.get() {
			if e.swap(nil, expunged) {
				break
			}
		}
		if e.get() != expunged {
			m.dirty[k] = e
		}
	}
}
