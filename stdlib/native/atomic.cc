// Package sync/atomic as func values and where the compiler has no instruction for a call. One template for
// all sizes: the results are extended to slots as their types demand.
#include <cstdint>

#include "runtime/core/heap_ptr.h"
#include "runtime/lang/panic.h"
#include "stdlib/native/window.h"

namespace hood::stdlib {
namespace {

template <class T>
void put(Slot* w, T v) {
  if constexpr (std::is_pointer_v<T>) {
    w->p = v;
  } else {
    w->i = static_cast<int64_t>(v);  // sign- or zero-extended by T
  }
}
template <class T>
T get(const Slot& s) {
  if constexpr (std::is_pointer_v<T>) {
    return static_cast<T>(s.p);
  } else {
    return static_cast<T>(s.u);
  }
}

// [] pointer, …: calls f(T*) unless the pointer is nil. All operations are sequentially consistent, as Go's
// are.
template <class T, class F>
Outcome with(G* gp, const Slot& pointer, F&& f) {
  if (pointer.p == nullptr) return rt::panicMem(gp);
  f(static_cast<T*>(pointer.p));
  return Outcome::Done;
}

template <class T>
Outcome load(G* gp, Slot* w) {
  return with<T>(gp, w[1], [&](T* p) { put<T>(w, __atomic_load_n(p, __ATOMIC_SEQ_CST)); });
}
template <class T>
Outcome store(G* gp, Slot* w) {
  return with<T>(gp, w[0], [&](T* p) {
    if constexpr (std::is_pointer_v<T>) {
      rt::atomicSwapPointer(gp, p, w[1].p);
    } else {
      __atomic_store_n(p, get<T>(w[1]), __ATOMIC_SEQ_CST);
    }
  });
}
template <class T>
Outcome add(G* gp, Slot* w) {
  return with<T>(gp, w[1], [&](T* p) { put<T>(w, __atomic_add_fetch(p, get<T>(w[2]), __ATOMIC_SEQ_CST)); });
}
template <class T>
Outcome swap(G* gp, Slot* w) {
  return with<T>(gp, w[1], [&](T* p) {
    if constexpr (std::is_pointer_v<T>) {
      w->p = rt::atomicSwapPointer(gp, p, w[2].p);
    } else {
      put<T>(w, __atomic_exchange_n(p, get<T>(w[2]), __ATOMIC_SEQ_CST));
    }
  });
}
template <class T>
Outcome cas(G* gp, Slot* w) {
  return with<T>(gp, w[1], [&](T* p) {
    T old = get<T>(w[2]);
    if constexpr (std::is_pointer_v<T>) {
      w[0].u = rt::atomicCasPointer(gp, p, old, w[3].p);
      return;
    }
    w[0].u = __atomic_compare_exchange_n(p, &old, get<T>(w[3]), false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  });
}

}  // namespace

#define HOOD_ATOMIC(Name, T)                                            \
  Outcome atomicLoad##Name(G* gp, Slot* w) { return load<T>(gp, w); }   \
  Outcome atomicStore##Name(G* gp, Slot* w) { return store<T>(gp, w); } \
  Outcome atomicSwap##Name(G* gp, Slot* w) { return swap<T>(gp, w); }   \
  Outcome atomicCompareAndSwap##Name(G* gp, Slot* w) { return cas<T>(gp, w); }
#define HOOD_ATOMIC_ADD(Name, T) \
  Outcome atomicAdd##Name(G* gp, Slot* w) { return add<T>(gp, w); }
HOOD_ATOMIC(Int32, int32_t)
HOOD_ATOMIC(Int64, int64_t)
HOOD_ATOMIC(Uint32, uint32_t)
HOOD_ATOMIC(Uint64, uint64_t)
HOOD_ATOMIC(Uintptr, uint64_t)
HOOD_ATOMIC(Pointer, void*)
HOOD_ATOMIC_ADD(Int32, int32_t)
HOOD_ATOMIC_ADD(Int64, int64_t)
HOOD_ATOMIC_ADD(Uint32, uint32_t)
HOOD_ATOMIC_ADD(Uint64, uint64_t)
HOOD_ATOMIC_ADD(Uintptr, uint64_t)
#undef HOOD_ATOMIC
#undef HOOD_ATOMIC_ADD

}  // namespace hood::stdlib
