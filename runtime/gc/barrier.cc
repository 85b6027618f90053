// The write barrier: what a pointer store tells the collector while it marks.
// Mirrors:    src/runtime/mbarrier.go, mwbbuf.go, atomic_pointer.go. Book: 8.2.
// Differs:    which pointers are shaded is a policy, the knob `barrier`:
//
//             hybrid    the old value (Yuasa) and the new one (Dijkstra). A goroutine's frames are scanned once, at any time:
//                       what it loads later was reachable from the heap when marking began, and if the heap's pointer to it
//                       goes, the first half sees that; what it hands over before it is scanned, the second half sees.
//             yuasa     the old value only. What was reachable when marking began is marked; so all frames must be scanned
//                       before anything runs: while the world is stopped (mark_root.cc).
//             dijkstra  the new value only. A pointer may move from the heap into a frame that was scanned; so all frames are
//                       scanned again at the end, while the world is stopped.
//             none      nothing: broken, to show what the barrier is for. Stores are written down, so that the verifier can say
//                       which one lost an object (barrier_log.h).
//
// Invariants: see core/heap_ptr.h. A value that is no pointer into the heap costs a look at the page table and is dropped.
// Locks:      none: the buffer is the P's. Any lock but the pool's may be held.
// Try:        hood run --set collector=concurrent --set barrier=none --set gcverify=1 testdata/ch08_gc/barrier_moves.go

#include "runtime/alloc/malloc_inl.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/gc/p_gc.h"
#include "runtime/gc/scan_inl.h"
#include "runtime/sched/m.h"
#include "runtime/sched/p.h"
#include "runtime/sched/sched.h"
#include "runtime/sched/work_sources.h"

namespace hood::rt {
namespace {

BarrierPolicy policyOf(const G* gp) { return static_cast<BarrierPolicy>(gp->vm->knobs.barrier); }

void put(G* gp, const void* p) {
  if (p == nullptr) return;
  WbBuf* b = gp->wbBuf;
  b->ptrs[b->n++] = reinterpret_cast<uintptr_t>(p);
  if (b->n == WbBuf::kEntries) wbBufFlush(gp->m->p);
}

// The policy: what is shaded when *slot goes from old to v.
void record(G* gp, BarrierPolicy policy, const void* slot, void* old, void* v) {
  switch (policy) {
    case BarrierPolicy::Hybrid:
      put(gp, old);
      put(gp, v);
      return;
    case BarrierPolicy::Yuasa: put(gp, old); return;
    case BarrierPolicy::Dijkstra: put(gp, v); return;
    case BarrierPolicy::None: gp->vm->gc->log.add(gp, slot, old, v); return;
  }
}

void recordWord(G* gp, BarrierPolicy policy, const uintptr_t* dst, const void* src, uintptr_t base) {
  uintptr_t v = 0;
  if (src != nullptr)
    v = *reinterpret_cast<const uintptr_t*>(static_cast<const char*>(src) + (reinterpret_cast<uintptr_t>(dst) - base));
  record(gp, policy, dst, reinterpret_cast<void*>(*dst), reinterpret_cast<void*>(v));
}

// Calls f(word) for the pointers among the `bytes` at p, as the heap's bitmap has them. false: p is not in the heap.
template <class F>
bool forEachHeapPointer(Mheap* h, const void* p, size_t bytes, F f) {
  auto from = reinterpret_cast<uintptr_t>(p);
  HeapObject obj;
  if (!h->arena.findObject(from, obj)) return false;
  forEachPointerWord(h, obj, [&](const uintptr_t* word) {
    auto at = reinterpret_cast<uintptr_t>(word);
    if (at >= from && at < from + bytes) f(word);
  });
  return true;
}

}  // namespace

void writeBarrier(G* gp, void** slot, void* v) { record(gp, policyOf(gp), slot, *slot, v); }

void writeBarrierZero(G* gp, void* slot) {
  BarrierPolicy policy = policyOf(gp);
  auto clear = [&](const uintptr_t* word) { record(gp, policy, word, reinterpret_cast<void*>(*word), nullptr); };
  if (!forEachHeapPointer(gp->vm->heap, slot, sizeof(void*), clear)) clear(static_cast<const uintptr_t*>(slot));
}

void bulkBarrierPreWrite(G* gp, const Type* t, const void* dst, const void* src, size_t n) {
  if (t->ptrBytes == 0 || n == 0) return;
  BarrierPolicy policy = policyOf(gp);
  auto base = reinterpret_cast<uintptr_t>(dst);
  forEachPointerOfValues(t, base, base + n * t->size,
                         [&](const uintptr_t* word) { recordWord(gp, policy, word, src, base); });
}

void bulkBarrierBitmap(G* gp, const void* dst, const void* src, size_t bytes) {
  BarrierPolicy policy = policyOf(gp);
  auto base = reinterpret_cast<uintptr_t>(dst);
  forEachHeapPointer(gp->vm->heap, dst, bytes, [&](const uintptr_t* word) { recordWord(gp, policy, word, src, base); });
}

void shadeValue(G* gp, const Type* t, const void* value) {
  if (t->ptrBytes == 0) return;
  auto base = reinterpret_cast<uintptr_t>(value);
  forEachPointerOfValues(t, base, base + t->size, [&](const uintptr_t* word) { shade(gp, reinterpret_cast<void*>(*word)); });
}

void shade(G* gp, void* p) {
  if (policyOf(gp) != BarrierPolicy::None) put(gp, p);
}

// Other goroutines may store at the same time, so what is overwritten is known afterwards only. No safepoint lies between.
void* atomicSwapPointer(G* gp, void** p, void* v) {
  void* old = __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);  // order: the program's
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) record(gp, policyOf(gp), p, old, v);
  return old;
}

bool atomicCasPointer(G* gp, void** p, void* old, void* v) {
  void* before = old;
  // order: the program's
  if (!__atomic_compare_exchange_n(p, &before, v, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return false;
  if (HOOD_UNLIKELY(writeBarrierEnabled(gp))) record(gp, policyOf(gp), p, old, v);
  return true;
}

void wbBufFlush(P* pp) {
  WbBuf& b = pp->gc->wb;
  pp->gc->marker.greyPointers(b.ptrs, b.n);
  b.n = 0;
}

// ---- on and off --------------------------------------------------------------------------------------------------

void setWriteBarrier(VM* vm, bool on) {
  for (P* pp : vm->sched->allp) {
    if (pp->gc == nullptr) continue;
    HOOD_ASSERT(pp->gc->wb.n == 0);
    pp->wbBuf = on ? &pp->gc->wb : nullptr;
  }
  vm->gc->barrierOn = on;
}

void gcInitP(P* pp) {
  VM* vm = pp->vm;
  if (vm->heap == nullptr) return;
  if (pp->gc == nullptr) pp->gc = new PGc(vm->heap);
  if (vm->gc != nullptr) pp->gc->marker.setPool(&vm->gc->pool);
  pp->wbBuf = vm->gc != nullptr && vm->gc->barrierOn ? &pp->gc->wb : nullptr;
}

void gcDestroyP(P* pp) {
  if (pp->gc == nullptr || pp->wbBuf == nullptr) return;
  wbBufFlush(pp);
  pp->wbBuf = nullptr;
  pp->gc->marker.work().dispose(pp->vm->gc->pool);
}

void gcFreeP(P* pp) {
  delete pp->gc;
  pp->gc = nullptr;
}

}  // namespace hood::rt
