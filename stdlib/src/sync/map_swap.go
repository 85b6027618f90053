package sync

// Swap sets the value of key and returns the one before; loaded says whether there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if p, ok := e.trySwap(&value); ok {
			return valueOf(p)
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	read = m.loadReadOnly()
	if e, ok := read.m[key]; ok {
		if e.unexpungeLocked() {
			m.dirty[key] = e
		}
		p, _ := e.trySwap(&value)
		return valueOf(p)
	}
	if e, ok := m.dirty[key]; ok {
		p, _ := e.trySwap(&value)
		return valueOf(p)
	}
	m.addLocked(read, key, value)
	return nil, false
}

func valueOf(p *any) (any, bool) {
	if p == nil {
		return nil, false
	}
	return *p, true
}

// trySwap fails for an expunged entry.
func (e *entry) trySwap(v *any) (*any, bool) {
	for {
		p := e.get()
		if p == expunged {
			return nil, false
		}
		if e.swap(p, v) {
			return p, true
		}
	}
}

// find returns key's entry.
func (m *Map) find(key any) (*entry, bool) {
	read := m.loadReadOnly()
	if e, ok := read.m[key]; ok || !read.amended {
		return e, ok
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	read = m.loadReadOnly()
	if e, ok := read.m[key]; ok || !read.amended {
		return e, ok
	}
	e, ok := m.dirty[key]
	m.missLocked()
	return e, ok
}

// CompareAndSwap sets the value of key to new if it is old, which must be comparable, and reports whether it did.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	e, ok := m.find(key)
	return ok && e.replace(old, &new)
}

// CompareAndDelete deletes key if its value is old, which must be comparable, and reports whether it did.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	e, ok := m.find(key)
	return ok && e.replace(old, nil)
}

func (e *entry) replace(old any, v *any) bool {
	for {
		p := e.get()
		if p == nil || p == expunged || *p != old {
			return false
		}
		if e.swap(p, v) {
			return true
		}
	}
}

// Clear deletes all keys.
func (m *Map) Clear() {
	read := m.loadReadOnly()
	if len(read.m) == 0 && !read.amended {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.storeReadOnly(readOnly{})
	clear(m.dirty)
	m.misses = 0
}
