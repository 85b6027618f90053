// What the atomic instructions do; all sequentially consistent, as package sync/atomic says.
// size is the opcodes' operand: 4, 8, 0x14 signed 4, 0x28 pointer.
#pragma once

#include <cstdint>

#if HOOD_WATCH_ATOMICS
extern "C" void __tsan_acquire(void* addr);
extern "C" void __tsan_release(void* addr);
#endif

namespace hood::vm::slow {

// The loop is compiled without ThreadSanitizer, which has to be told of what its atomics order.
struct Ordered {
#if HOOD_WATCH_ATOMICS
  explicit Ordered(const void* p) : p_(const_cast<void*>(p)) { __tsan_release(p_); }
  ~Ordered() { __tsan_acquire(p_); }
  Ordered(const Ordered&) = delete;
  Ordered& operator=(const Ordered&) = delete;

 private:
  void* p_;
#else
  explicit Ordered(const void*) {}
#endif
};

constexpr uint32_t kAtomicSizeBits = 6, kAtomicSizeMask = (1 << kAtomicSizeBits) - 1;
constexpr uint32_t kSigned4 = 0x14;
constexpr uint32_t kAtomicPointer = 0x28;  // stored to by the functions of core/heap_ptr.h, for the write barrier

inline bool isWide(uint32_t size) { return size == 8 || size == kAtomicPointer; }
inline uint64_t extend(uint32_t size, uint32_t v) {
  return size == kSigned4 ? static_cast<uint64_t>(static_cast<int64_t>(static_cast<int32_t>(v))) : v;
}

inline uint64_t atomicLoad(const void* p, uint32_t size) {
  Ordered watch(p);
  if (isWide(size)) return __atomic_load_n(static_cast<const uint64_t*>(p), __ATOMIC_SEQ_CST);
  return extend(size, __atomic_load_n(static_cast<const uint32_t*>(p), __ATOMIC_SEQ_CST));
}

inline void atomicStore(void* p, uint32_t size, uint64_t v) {
  Ordered watch(p);
  if (isWide(size)) {
    __atomic_store_n(static_cast<uint64_t*>(p), v, __ATOMIC_SEQ_CST);
  } else {
    __atomic_store_n(static_cast<uint32_t*>(p), static_cast<uint32_t>(v), __ATOMIC_SEQ_CST);
  }
}

inline uint64_t atomicAdd(void* p, uint32_t size, uint64_t delta) {
  Ordered watch(p);
  if (isWide(size)) return __atomic_add_fetch(static_cast<uint64_t*>(p), delta, __ATOMIC_SEQ_CST);
  return extend(size, __atomic_add_fetch(static_cast<uint32_t*>(p), static_cast<uint32_t>(delta), __ATOMIC_SEQ_CST));
}

inline uint64_t atomicSwap(void* p, uint32_t size, uint64_t v) {
  Ordered watch(p);
  if (isWide(size)) return __atomic_exchange_n(static_cast<uint64_t*>(p), v, __ATOMIC_SEQ_CST);
  return extend(size, __atomic_exchange_n(static_cast<uint32_t*>(p), static_cast<uint32_t>(v), __ATOMIC_SEQ_CST));
}

inline bool atomicCas(void* p, uint32_t size, uint64_t old, uint64_t v) {
  Ordered watch(p);
  if (isWide(size)) {
    return __atomic_compare_exchange_n(static_cast<uint64_t*>(p), &old, v, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  }
  uint32_t old32 = static_cast<uint32_t>(old);
  return __atomic_compare_exchange_n(static_cast<uint32_t*>(p), &old32, static_cast<uint32_t>(v), false, __ATOMIC_SEQ_CST,
                                     __ATOMIC_SEQ_CST);
}

// ---- the common halves of sync.Mutex, whose state they know (stdlib/src/sync/mutex.go: lockFast, unlockFast) ----

constexpr int32_t kMutexLocked = 1, kMutexWoken = 2, kMutexStarving = 4, kMutexWaiterShift = 3;

// Takes a mutex that is free, whoever else waits for it; not one that is starving, which belongs to the first waiter.
inline bool mutexLock(void* state) {
  Ordered watch(state);
  auto* p = static_cast<int32_t*>(state);
  int32_t old = __atomic_load_n(p, __ATOMIC_RELAXED);  // only worth a try; the exchange decides
  if ((old & (kMutexLocked | kMutexStarving)) != 0) return false;
  return __atomic_compare_exchange_n(p, &old, old | kMutexLocked, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

// The new state; 0 if no one is to be woken: nobody waits, or somebody is awake already, or has taken it meanwhile.
inline int32_t mutexUnlock(void* state) {
  Ordered watch(state);
  int32_t now = __atomic_sub_fetch(static_cast<int32_t*>(state), kMutexLocked, __ATOMIC_SEQ_CST);
  if (now <= 0 || ((now + kMutexLocked) & kMutexLocked) == 0 || (now & kMutexStarving) != 0) return now;
  return now >> kMutexWaiterShift == 0 || (now & (kMutexLocked | kMutexWoken)) != 0 ? 0 : now;
}

}  // namespace hood::vm::slow
