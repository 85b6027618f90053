// Handlers: allocation, interfaces, hot map, string and slice operations, atomics. Part of loop.h.
// Laid out by hand, as the tables they are.
// clang-format off

// ---- allocation ----
OP(New) {
  SAVE(1);
  RA.p = rt::newobjectFast(gp->m->p->mcache, gp, TYPE1);
  NEXT(2);
}
OP(MakeSlice) {
  CAN_PANIC(rt::makeslice(gp, TYPE1, RB.i, RC.i, &RA));
  NEXT(2);
}
OP(Box) {
  SAVE(1);
  RA.p = rt::convT(gp, TYPE1, &RB);
  NEXT(2);
}

// ---- interfaces ----
OP(TabType) {
  auto* tab = static_cast<const rt::Itab*>(RB.p);
  RA.p = tab ? tab->type : nullptr;
  NEXT(1);
}
OP(IsType) { RA.u = RB.p == TYPE1; NEXT(2); }
OP(IsTypeTab) {
  auto* tab = static_cast<const rt::Itab*>(RB.p);
  RA.u = tab && tab->type == TYPE1;
  NEXT(2);
}
OP(AssertT) {
  if (HOOD_UNLIKELY(RA.p != TYPE1)) CAN_PANIC(rt::panicdottype(gp, TYPE2, &RA, TYPE1));
  NEXT(3);
}
OP(AssertTab) {
  auto* tab = static_cast<const rt::Itab*>(RA.p);
  if (HOOD_UNLIKELY(tab == nullptr || tab->type != TYPE1)) CAN_PANIC(rt::panicdottype(gp, TYPE2, &RA, TYPE1));
  NEXT(3);
}
OP(AssertI) {
  CAN_PANIC(slow::assertInterface(gp, fp, pc));
  NEXT(3);
}

// ---- maps, strings, slices ----
OP(MapGet64) {
  const void* elem;
  CAN_PANIC(rt::mapaccess(gp, TYPE1, static_cast<rt::Hmap*>(RB.p), &RC, &elem));
  RA.u = elem ? MEM(const uint64_t, elem) : 0;
  NEXT(2);
}
OP(MapNext) {
  RA.u = slow::mapNext(gp, TYPE1, reinterpret_cast<rt::Hiter*>(&RB), &R(A + 1));
  NEXT(2);
}
OP(StrRange) {
  rt::RuneNext x = rt::decoderune(rt::asString(&RB), RC.i);
  RA.i = x.rune;
  R(A + 1).i = x.next;
  NEXT(1);
}
OP(AppendOne) {
  Slot* s = &RA;
  if (HOOD_UNLIKELY(s[1].i >= s[2].i)) {
    CAN_PANIC(rt::appendElems(gp, TYPE1, s, s, &RB, 1));
    NEXT(2);
  }
  WRITE_POINTER(static_cast<void**>(s[0].p) + s[1].i, RB.p);
  s[1].i++;
  NEXT(2);
}

// ---- atomics: sequentially consistent, as sync/atomic. ----
#define ATOMIC_AT (static_cast<char*>(RB.p) + 4 * (C >> slow::kAtomicSizeBits))
#define ATOMIC_SIZE (C & slow::kAtomicSizeMask)
#define DO_AtomicLd                                   \
  NIL_CHECK(RB.p);                                    \
  RA.u = slow::atomicLoad(ATOMIC_AT, ATOMIC_SIZE)
OP(AtomicLd) { DO_AtomicLd; NEXT(1); }
OP(AtomicSt) {
  NIL_CHECK(RB.p);
  BARRIER_PC();
  if (ATOMIC_SIZE == slow::kAtomicPointer) {
    rt::atomicSwapPointer(gp, reinterpret_cast<void**>(ATOMIC_AT), RA.p);
  } else {
    slow::atomicStore(ATOMIC_AT, ATOMIC_SIZE, RA.u);
  }
  NEXT(1);
}
OP(AtomicAdd) {
  NIL_CHECK(RB.p);
  RA.u = slow::atomicAdd(ATOMIC_AT, ATOMIC_SIZE, R(K1).u);
  NEXT(2);
}
#define DO_AtomicAddI                                 \
  NIL_CHECK(RB.p);                                    \
  RA.u = slow::atomicAdd(ATOMIC_AT, ATOMIC_SIZE, K1)
OP(AtomicAddI) { DO_AtomicAddI; NEXT(2); }
OP(AtomicSwap) {
  NIL_CHECK(RB.p);
  BARRIER_PC();
  if (ATOMIC_SIZE == slow::kAtomicPointer) {
    RA.p = rt::atomicSwapPointer(gp, reinterpret_cast<void**>(ATOMIC_AT), R(K1).p);
  } else {
    RA.u = slow::atomicSwap(ATOMIC_AT, ATOMIC_SIZE, R(K1).u);
  }
  NEXT(2);
}
OP(AtomicCas) {
  NIL_CHECK(RB.p);
  BARRIER_PC();
  if (ATOMIC_SIZE == slow::kAtomicPointer) {
    RA.u = rt::atomicCasPointer(gp, reinterpret_cast<void**>(ATOMIC_AT), R(K1).p, R(K2).p);
  } else {
    RA.u = slow::atomicCas(ATOMIC_AT, ATOMIC_SIZE, R(K1).u, R(K2).u);
  }
  NEXT(3);
}
#define DO_AtomicCasI                                                                          \
  NIL_CHECK(RB.p);                                                                             \
  RA.u = slow::atomicCas(ATOMIC_AT, ATOMIC_SIZE, static_cast<uint64_t>(static_cast<int32_t>(K1)), \
                         static_cast<uint64_t>(static_cast<int64_t>(K1) >> 32))
OP(AtomicCasI) { DO_AtomicCasI; NEXT(2); }
#define MUTEX_AT (static_cast<char*>(RB.p) + 4 * C)
#define DO_MutexLock \
  NIL_CHECK(RB.p);   \
  RA.u = slow::mutexLock(MUTEX_AT)
OP(MutexLock) { DO_MutexLock; NEXT(1); }
#define DO_MutexUnlock \
  NIL_CHECK(RB.p);     \
  RA.i = slow::mutexUnlock(MUTEX_AT)
OP(MutexUnlock) { DO_MutexUnlock; NEXT(1); }
