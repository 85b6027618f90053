// Handlers: branches, loops, calls, defers and panics. Part of loop.h.
// Laid out by hand, as the tables they are.
// clang-format off

OP(Jmp) { NEXT(1 + IMM); }
OP(JmpT) { JUMP_IF(RA.u != 0); }
OP(JmpF) { JUMP_IF(RA.u == 0); }
OP(JEq) { BRANCH_IF(RA.u == RB.u); }
OP(JNe) { BRANCH_IF(RA.u != RB.u); }
OP(JLtS) { BRANCH_IF(RA.i < RB.i); }
#define DO_JLeS GO_IF(RA.i <= RB.i)
OP(JLeS) { DO_JLeS; NEXT(1); }
OP(JLtU) { BRANCH_IF(RA.u < RB.u); }
OP(JLeU) { BRANCH_IF(RA.u <= RB.u); }
OP(JEqI) { BRANCH_IF(RA.i == SB); }
#define DO_JNeI GO_IF(RA.i != SB)
OP(JNeI) { DO_JNeI; NEXT(1); }
OP(JLtSI) { BRANCH_IF(RA.i < SB); }
OP(JLeSI) { BRANCH_IF(RA.i <= SB); }
OP(JGtSI) { BRANCH_IF(RA.i > SB); }
#define DO_JGeSI GO_IF(RA.i >= SB)
OP(JGeSI) { DO_JGeSI; NEXT(1); }
OP(JEqF) { BRANCH_IF(RA.f == RB.f); }
OP(JNeF) { BRANCH_IF(RA.f != RB.f); }
OP(JLtF) { BRANCH_IF(RA.f < RB.f); }
OP(JLeF) { BRANCH_IF(RA.f <= RB.f); }
OP(JNLtF) { BRANCH_IF(!(RA.f < RB.f)); }
OP(JNLeF) { BRANCH_IF(!(RA.f <= RB.f)); }
OP(JEqStr) { BRANCH_IF(slow::stringEqual(&RA, &RB)); }
OP(JNeStr) { BRANCH_IF(!slow::stringEqual(&RA, &RB)); }
OP(Switch) {
  uint64_t i = RA.u, n = B;
  const Word* table = pc + 1;
  pc = table + n + 1 + static_cast<int64_t>(table[i < n ? i : n]);
  DISPATCH();
}

// ---- back-edges: each polls first, so that its pointer map describes the state before it ----
OP(LoopJmp) { POLL(); NEXT(1 + IMM); }
OP(LoopT) { POLL(); JUMP_IF(RA.u != 0); }
OP(LoopF) { POLL(); JUMP_IF(RA.u == 0); }
OP(LoopEq) { POLL(); BRANCH_IF(RA.u == RB.u); }
OP(LoopNe) { POLL(); BRANCH_IF(RA.u != RB.u); }
OP(LoopLtS) { POLL(); BRANCH_IF(RA.i < RB.i); }
OP(LoopLeS) { POLL(); BRANCH_IF(RA.i <= RB.i); }
OP(LoopLtU) { POLL(); BRANCH_IF(RA.u < RB.u); }
OP(LoopLeU) { POLL(); BRANCH_IF(RA.u <= RB.u); }
OP(LoopEqI) { POLL(); BRANCH_IF(RA.i == SB); }
OP(LoopNeI) { POLL(); BRANCH_IF(RA.i != SB); }
OP(LoopLtSI) { POLL(); BRANCH_IF(RA.i < SB); }
OP(LoopLeSI) { POLL(); BRANCH_IF(RA.i <= SB); }
OP(LoopGtSI) { POLL(); BRANCH_IF(RA.i > SB); }
OP(LoopGeSI) { POLL(); BRANCH_IF(RA.i >= SB); }
OP(LoopLtF) { POLL(); BRANCH_IF(RA.f < RB.f); }
OP(LoopLeF) { POLL(); BRANCH_IF(RA.f <= RB.f); }
OP(LoopIncLtS) { POLL(); BRANCH_IF(static_cast<int64_t>(++RA.u) < RB.i); }
OP(LoopIncLtSI) { POLL(); BRANCH_IF(static_cast<int64_t>(++RA.u) < SB); }
OP(LoopIncLeS) { POLL(); BRANCH_IF(static_cast<int64_t>(++RA.u) <= RB.i); }
OP(LoopDecGeSI) { POLL(); BRANCH_IF(static_cast<int64_t>(--RA.u) >= SB); }

// ---- calls ----
// Offsets and entries are those of stubs until the function is linked (linker.h).
// order: acquire pairs with the release in Linker::publish and enterStub; the code there is whole.
OP(Call) {
  Slot* window = fp + A;
  const Word* ret = pc + 1;
  ENTER(window, ret + __atomic_load_n(&IMM, __ATOMIC_ACQUIRE), ret);
}
OP(CallClosure) {
  auto* fn = static_cast<const rt::Closure*>(RB.p);
  NIL_CHECK(fn);
  Slot* window = fp + A;
  window[C].p = const_cast<rt::Closure*>(fn);
  ENTER(window, __atomic_load_n(&fn->entry, __ATOMIC_ACQUIRE), pc + 1);
}
OP(CallIface) {
  auto* tab = static_cast<const rt::Itab*>(RB.p);
  NIL_CHECK(tab);
  ENTER(fp + A, __atomic_load_n(&tab->fun[C], __ATOMIC_ACQUIRE), pc + 1);
}
OP(CallNative) {
  SAVE(2);
  outcome = reinterpret_cast<rt::NativeFn>(K1)(gp, fp + A);
  if (HOOD_LIKELY(outcome == rt::Outcome::Done)) NEXT(2);
  goto operationEnd;
}
OP(Rt) {
  SAVE(2);
  outcome = kRtTable[B](gp, fp + A, TYPE1, C);
  if (HOOD_LIKELY(outcome == rt::Outcome::Done)) NEXT(2);
  goto operationEnd;
}
OP(Ret) {
  pc = static_cast<const Word*>(fp[-1].p);
  fp -= *(reinterpret_cast<const uint16_t*>(pc - 1) + 1);
  DISPATCH();
}
OP(StackCheck) {
  if (HOOD_UNLIKELY(reinterpret_cast<uintptr_t>(fp + A) > STACK_LIMIT() + rt::kStackRedZone * sizeof(Slot))) goto stackTrap;
  NEXT(1);
}
OP(Go) {
  SAVE(1);
  rt::newproc(gp, static_cast<const rt::Closure*>(RA.p), pc);
  NEXT(1);
}

// ---- defers and panics: the work is unwind.cc's ----
OP(Defer) {
  SAVE(1);
  rt::deferproc(gp, static_cast<const rt::Closure*>(RA.p), static_cast<uint64_t>(fp - gp->stackLo), pc);
  NEXT(1);
}
OP(DeferRange) {
  SAVE(1);
  rt::deferrangefunc(gp, static_cast<rt::RangeDefer**>(RA.p), static_cast<uint64_t>(fp - gp->stackLo), pc);
  NEXT(1);
}
OP(RunDefers) {
  SAVE(1);
  while (HOOD_UNLIKELY(unwind::hasDeferList(gp, fp))) rt::deferconvert(gp);
  if (!unwind::hasDefer(gp, fp)) NEXT(1);
  const rt::Closure* fn = unwind::takeDefer(gp);
  NIL_CHECK(fn);
  Slot* window = fp + A;
  window[0].p = const_cast<rt::Closure*>(fn);
  ENTER(window, __atomic_load_n(&fn->entry, __ATOMIC_ACQUIRE), pc + 1);
}
OP(MoreDefers) { JUMP_IF(unwind::hasDefer(gp, fp)); }
OP(OpenDefer) { RA.u = 1; NEXT(1); }
OP(OpenDefers) { NEXT(1); }
OP(DefersReady) {
  if (HOOD_LIKELY(!unwind::cameForDefers(gp, fp))) NEXT(1);
  step = unwind::defersReady(program, gp);
  goto unwinding;
}
OP(Recover) { unwind::recover(program, gp, pc, fp, &RA); NEXT(1); }
OP(FrameToken) { RA.i = unwind::frameToken(gp, fp); NEXT(1); }
OP(RecoverIn) { unwind::recoverIn(program, gp, RB.i, &RA); NEXT(1); }
OP(Panic) {
  SAVE(1);
  slow::gopanic(gp, &RA);
  goto raise;
}
OP(Unreachable) { HOOD_UNREACHABLE("bytecode: unreachable instruction"); }

// ---- the VM's own functions ----
OP(VmStub) { pc = slow::enterStub(*engine, pc, fp); DISPATCH(); }
OP(VmGoExit) { SAVE(0); return rt::RunEnd::Exited; }
OP(VmUnwind) {
  SAVE(1);
  step = unwind::nextDefer(program, gp, fp);
  goto unwinding;
}
OP(VmUnwound) {
  SAVE(0);
  step = unwind::deferReturned(program, gp, fp);
  goto unwinding;
}
OP(VmBridge) {
  Slot* window = fp + A;
  auto* fn = static_cast<const rt::Closure*>(R(kBridgeFn).p);
  uint64_t n = R(kBridgeResults).u + R(kBridgeParams).u;
  if (n != 0) std::memcpy(window, R(kBridgeMemory).p, n * sizeof(Slot));  // no memory: nullptr, which memcpy must not see
  window[n].p = const_cast<rt::Closure*>(fn);
  ENTER(window, __atomic_load_n(&fn->entry, __ATOMIC_ACQUIRE), pc + 1);
}
OP(VmBridged) {
  slow::bridgeResults(gp, fp);
  pc = static_cast<const Word*>(fp[-1].p);
  fp -= R(kBridgeDistance).u;
  DISPATCH();
}
OP(VmMakeFunc) {
  SAVE(1);
  enterMakeFunc(*engine, gp);
  step = unwind::Step::Run;
  goto unwinding;
}
OP(VmMadeFunc) {
  leaveMakeFunc(fp);
  pc = static_cast<const Word*>(fp[-1].p);
  fp -= *(reinterpret_cast<const uint16_t*>(pc - 1) + 1);
  DISPATCH();
}
