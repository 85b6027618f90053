// What the atomic instructions do; all sequentially consistent, as package sync/atomic says.
// size is the opcodes' operand: 4, 8, 0x14 signed 4, 0x28 pointer.
#pragma once

#include <cstdint>

namespace hood::vm::slow {

constexpr uint32_t kAtomicSizeBits = 6, kAtomicSizeMask = (1 << kAtomicSizeBits) - 1;
constexpr uint32_t kSigned4 = 0x14;
constexpr uint32_t kAtomicPointer = 0x28;  // stored to by the functions of core/heap_ptr.h, for the write barrier

inline bool isWide(uint32_t size) { return size == 8 || size == kAtomicPointer; }
inline uint64_t extend(uint32_t size, uint32_t v) {
  return size == kSigned4 ? static_cast<uint64_t>(static_cast<int64_t>(static_cast<int32_t>(v))) : v;
}

inline uint64_t atomicLoad(const void* p, uint32_t size) {
  if (isWide(size)) return __atomic_load_n(static_cast<const uint64_t*>(p), __ATOMIC_SEQ_CST);
  return extend(size, __atomic_load_n(static_cast<const uint32_t*>(p), __ATOMIC_SEQ_CST));
}

inline void atomicStore(void* p, uint32_t size, uint64_t v) {
  if (isWide(size)) {
    __atomic_store_n(static_cast<uint64_t*>(p), v, __ATOMIC_SEQ_CST);
  } else {
    __atomic_store_n(static_cast<uint32_t*>(p), static_cast<uint32_t>(v), __ATOMIC_SEQ_CST);
  }
}

inline uint64_t atomicAdd(void* p, uint32_t size, uint64_t delta) {
  if (isWide(size)) return __atomic_add_fetch(static_cast<uint64_t*>(p), delta, __ATOMIC_SEQ_CST);
  return extend(size, __atomic_add_fetch(static_cast<uint32_t*>(p), static_cast<uint32_t>(delta), __ATOMIC_SEQ_CST));
}

inline uint64_t atomicSwap(void* p, uint32_t size, uint64_t v) {
  if (isWide(size)) return __atomic_exchange_n(static_cast<uint64_t*>(p), v, __ATOMIC_SEQ_CST);
  return extend(size, __atomic_exchange_n(static_cast<uint32_t*>(p), static_cast<uint32_t>(v), __ATOMIC_SEQ_CST));
}

inline bool atomicCas(void* p, uint32_t size, uint64_t old, uint64_t v) {
  if (isWide(size)) {
    return __atomic_compare_exchange_n(static_cast<uint64_t*>(p), &old, v, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  }
  uint32_t old32 = static_cast<uint32_t>(old);
  return __atomic_compare_exchange_n(static_cast<uint32_t*>(p), &old32, static_cast<uint32_t>(v), false, __ATOMIC_SEQ_CST,
                                     __ATOMIC_SEQ_CST);
}

}  // namespace hood::vm::slow
