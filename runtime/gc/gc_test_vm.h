// A VM for tests of the allocator and the collector: one goroutine that never runs, roots that the test owns.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "runtime/alloc/malloc.h"
#include "runtime/alloc/mheap.h"
#include "runtime/core/engine.h"
#include "runtime/core/type.h"
#include "runtime/core/vm.h"
#include "runtime/gc/cycle.h"
#include "runtime/sched/sched.h"

namespace hood::rt::test {

struct StringWriter final : Writer {
  std::string text;
  void write(std::string_view s) override { text += s; }
};

// Everything a test wants alive is in `roots`.
struct FakeEngine final : Engine {
  std::vector<Slot> roots;
  RunEnd run(G*) override { return RunEnd::Exited; }
  void prepare(G*, const Closure*, const Slot*, uint32_t) override {}
  void scanStack(G*, PointerVisitor&) override {}
  void scanGlobals(PointerVisitor& v) override {
    for (Slot& s : roots) v.slot(&s);
  }
  void traceback(G*, std::string&) override {}
  std::string funcName(const void*) override { return ""; }
};

// One call does a whole cycle.
inline Knobs stwKnobs() {
  Knobs k;
  k.collector = static_cast<int64_t>(CollectorPolicy::Stw);
  return k;
}

struct TestVm {
  VM vm;
  FakeEngine engine;
  StringWriter err;
  G* gp = nullptr;

  explicit TestVm(Knobs knobs = stwKnobs()) {
    vm.knobs = knobs;
    vm.knobs.gomaxprocs = 1;
    vm.engine = &engine;
    vm.err = &err;
    initCore(&vm);
    HOOD_CHECK(mallocinit(&vm));
    schedinit(&vm);
    gcinit(&vm);
    gp = &vm.sched->m0.g0;
  }
  ~TestVm() {
    vm.heap->freeMcache(vm.sched->allp[0]->mcache);
    gcFree(&vm);
    schedFree(&vm);
    mallocFree(&vm);
  }
  Mheap* heap() { return vm.heap; }
  void collect() { gcStart(&vm, GcTrigger::Forced); }
  // The safepoint of a loop: collects if that is due.
  void safepoint() {
    if (vm.gcWanted.loadAcquire()) gcStart(&vm, GcTrigger::Heap);
  }
  bool allocated(const void* p) {
    HeapObject obj;
    if (!vm.heap->arena.findObject(reinterpret_cast<uintptr_t>(p), obj)) return false;
    vm.heap->flushAllCaches();
    return vm.heap->arena.spanAt(obj.firstPage)->isAllocated(obj.index);
  }
  MemStats stats() {
    MemStats m;
    readMemStats(vm.heap, m);
    return m;
  }
};

// A type of `words` words whose pointers are those with a 1 in `mask` (by word).
struct TestType {
  std::vector<uint8_t> bytes;
  Type type{};
  TestType(size_t words, const std::vector<size_t>& pointers) {
    type.size = words * 8;
    type.align = type.fieldAlign = 8;
    type.kind = Kind::Struct;
    size_t end = 0;
    for (size_t p : pointers) end = std::max(end, p + 1);
    type.ptrBytes = end * 8;
    bytes.resize((end + 7) / 8 + 1);
    for (size_t p : pointers) bytes[p / 8] = static_cast<uint8_t>(bytes[p / 8] | 1 << (p % 8));
    type.gcMask = bytes.data();
  }
  TestType(const TestType&) = delete;
};

}  // namespace hood::rt::test
