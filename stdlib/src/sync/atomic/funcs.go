// Package atomic provides operations on memory that are indivisible and, together, in one order for all goroutines.
//
// The compiler turns calls of these functions into instructions; the natives serve func values of them.
package atomic

import "unsafe"

// SwapInt32 stores new in *addr and returns what was there.
func SwapInt32(addr *int32, new int32) (old int32)

// CompareAndSwapInt32 stores new in *addr if old is there, and reports whether it did.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// AddInt32 adds delta to *addr and returns the sum.
func AddInt32(addr *int32, delta int32) (new int32)

// LoadInt32 returns *addr.
func LoadInt32(addr *int32) (val int32)

// StoreInt32 sets *addr.
func StoreInt32(addr *int32, val int32)

// SwapInt64 stores new in *addr and returns what was there.
func SwapInt64(addr *int64, new int64) (old int64)

// CompareAndSwapInt64 stores new in *addr if old is there, and reports whether it did.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// AddInt64 adds delta to *addr and returns the sum.
func AddInt64(addr *int64, delta int64) (new int64)

// LoadInt64 returns *addr.
func LoadInt64(addr *int64) (val int64)

// StoreInt64 sets *addr.
func StoreInt64(addr *int64, val int64)

// SwapUint32 stores new in *addr and returns what was there.
func SwapUint32(addr *uint32, new uint32) (old uint32)

// CompareAndSwapUint32 stores new in *addr if old is there, and reports whether it did.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// AddUint32 adds delta to *addr and returns the sum.
func AddUint32(addr *uint32, delta uint32) (new uint32)

// LoadUint32 returns *addr.
func LoadUint32(addr *uint32) (val uint32)

// StoreUint32 sets *addr.
func StoreUint32(addr *uint32, val uint32)

// SwapUint64 stores new in *addr and returns what was there.
func SwapUint64(addr *uint64, new uint64) (old uint64)

// CompareAndSwapUint64 stores new in *addr if old is there, and reports whether it did.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// AddUint64 adds delta to *addr and returns the sum.
func AddUint64(addr *uint64, delta uint64) (new uint64)

// LoadUint64 returns *addr.
func LoadUint64(addr *uint64) (val uint64)

// StoreUint64 sets *addr.
func StoreUint64(addr *uint64, val uint64)

// SwapUintptr stores new in *addr and returns what was there.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

// CompareAndSwapUintptr stores new in *addr if old is there, and reports whether it did.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

// AddUintptr adds delta to *addr and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

// LoadUintptr returns *addr.
func LoadUintptr(addr *uintptr) (val uintptr)

// StoreUintptr sets *addr.
func StoreUintptr(addr *uintptr, val uintptr)

// SwapPointer stores new in *addr and returns what was there.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapPointer stores new in *addr if old is there, and reports whether it did.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)

// LoadPointer returns *addr.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

// StorePointer sets *addr.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)
