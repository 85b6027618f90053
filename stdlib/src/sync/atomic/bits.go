package atomic

// Bits of words, set and cleared atomically: with compare-and-swap, which nearly always works the first time.

// AndInt32 keeps only the bits of *addr that mask has, and returns what was there before.
func AndInt32(addr *int32, mask int32) (old int32) {
	for {
		old = LoadInt32(addr)
		if CompareAndSwapInt32(addr, old, old&mask) {
			return old
		}
	}
}

// OrInt32 sets the bits of *addr that mask has, and returns what was there before.
func OrInt32(addr *int32, mask int32) (old int32) {
	for {
		old = LoadInt32(addr)
		if CompareAndSwapInt32(addr, old, old|mask) {
			return old
		}
	}
}

// AndInt64 keeps only the bits of *addr that mask has, and returns what was there before.
func AndInt64(addr *int64, mask int64) (old int64) {
	for {
		old = LoadInt64(addr)
		if CompareAndSwapInt64(addr, old, old&mask) {
			return old
		}
	}
}

// OrInt64 sets the bits of *addr that mask has, and returns what was there before.
func OrInt64(addr *int64, mask int64) (old int64) {
	for {
		old = LoadInt64(addr)
		if CompareAndSwapInt64(addr, old, old|mask) {
			return old
		}
	}
}

// AndUint32 keeps only the bits of *addr that mask has, and returns what was there before.
func AndUint32(addr *uint32, mask uint32) (old uint32) {
	for {
		old = LoadUint32(addr)
		if CompareAndSwapUint32(addr, old, old&mask) {
			return old
		}
	}
}

// OrUint32 sets the bits of *addr that mask has, and returns what was there before.
func OrUint32(addr *uint32, mask uint32) (old uint32) {
	for {
		old = LoadUint32(addr)
		if CompareAndSwapUint32(addr, old, old|mask) {
			return old
		}
	}
}

// AndUint64 keeps only the bits of *addr that mask has, and returns what was there before.
func AndUint64(addr *uint64, mask uint64) (old uint64) {
	for {
		old = LoadUint64(addr)
		if CompareAndSwapUint64(addr, old, old&mask) {
			return old
		}
	}
}

// OrUint64 sets the bits of *addr that mask has, and returns what was there before.
func OrUint64(addr *uint64, mask uint64) (old uint64) {
	for {
		old = LoadUint64(addr)
		if CompareAndSwapUint64(addr, old, old|mask) {
			return old
		}
	}
}

// AndUintptr keeps only the bits of *addr that mask has, and returns what was there before.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	for {
		old = LoadUintptr(addr)
		if CompareAndSwapUintptr(addr, old, old&mask) {
			return old
		}
	}
}

// OrUintptr sets the bits of *addr that mask has, and returns what was there before.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	for {
		old = LoadUintptr(addr)
		if CompareAndSwapUintptr(addr, old, old|mask) {
			return old
		}
	}
}

// And is AndInt32 of the value.
func (x *Int32) And(mask int32) (old int32) { return AndInt32(&x.v, mask) }

// Or is OrInt32 of the value.
func (x *Int32) Or(mask int32) (old int32) { return OrInt32(&x.v, mask) }

// And is AndInt64 of the value.
func (x *Int64) And(mask int64) (old int64) { return AndInt64(&x.v, mask) }

// Or is OrInt64 of the value.
func (x *Int64) Or(mask int64) (old int64) { return OrInt64(&x.v, mask) }

// And is AndUint32 of the value.
func (x *Uint32) And(mask uint32) (old uint32) { return AndUint32(&x.v, mask) }

// Or is OrUint32 of the value.
func (x *Uint32) Or(mask uint32) (old uint32) { return OrUint32(&x.v, mask) }

// And is AndUint64 of the value.
func (x *Uint64) And(mask uint64) (old uint64) { return AndUint64(&x.v, mask) }

// Or is OrUint64 of the value.
func (x *Uint64) Or(mask uint64) (old uint64) { return OrUint64(&x.v, mask) }

// And is AndUintptr of the value.
func (x *Uintptr) And(mask uintptr) (old uintptr) { return AndUintptr(&x.v, mask) }

// Or is OrUintptr of the value.
func (x *Uintptr) Or(mask uintptr) (old uintptr) { return OrUintptr(&x.v, mask) }
