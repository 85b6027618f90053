// Speed of the allocator and the collector alone: nanoseconds per object, per marked object.
// Build and run: ninja -C build/release hood_gc_bench && build/release/hood_gc_bench
#include <cstdio>

#include "runtime/alloc/malloc_inl.h"
#include "runtime/gc/gc_test_vm.h"

namespace hood::rt {
namespace {

using test::TestType;
using test::TestVm;

class Stopwatch {
 public:
  double ns() const { return static_cast<double>(Clock::cpuNanotime() - start_); }

 private:
  int64_t start_ = Clock::cpuNanotime();
};

// Garbage only: the cost of allocation with its share of sweeping.
void benchAlloc(const char* name, size_t words, bool pointers, bool fast) {
  TestVm t;
  TestType type(words, pointers ? std::vector<size_t>{0} : std::vector<size_t>{});
  Mcache* c = t.vm.sched->allp[0]->mcache;
  constexpr int kObjects = 20'000'000;
  Stopwatch w;
  for (int i = 0; i < kObjects; i++) {
    if (fast) {
      newobjectFast(c, t.gp, &type.type);
    } else {
      newobject(t.gp, &type.type);
    }
    t.safepoint();
  }
  std::printf("%-28s %6.1f ns/object, %u collections\n", name, w.ns() / kObjects, t.vm.gc->cycles.loadRelaxed());
}

void** build(TestVm& t, const Type* type, int depth) {
  auto* n = static_cast<void**>(newobjectFast(t.vm.sched->allp[0]->mcache, t.gp, type));
  if (depth > 0) {
    n[0] = build(t, type, depth - 1);
    n[1] = build(t, type, depth - 1);
  }
  return n;
}

// The shape of the binary-trees benchmark: many short-lived trees beside a long-lived one.
void benchTrees() {
  TestVm t;
  TestType node(2, {0, 1});
  constexpr int kMaxDepth = 15;
  t.engine.roots.resize(1);
  Stopwatch w;
  build(t, &node.type, kMaxDepth + 1);
  t.engine.roots[0].p = build(t, &node.type, kMaxDepth);
  double objects = 3 * (1 << kMaxDepth);
  for (int depth = 4; depth <= kMaxDepth; depth += 4) {
    for (int i = 0; i < 1 << (kMaxDepth - depth + 4); i++) {
      build(t, &node.type, depth);
      objects += (2 << depth) - 1;
      t.safepoint();
    }
  }
  std::printf("%-28s %6.1f ns/object, %u collections, %.0f ms\n", "binary trees", w.ns() / objects,
              t.vm.gc->cycles.loadRelaxed(), w.ns() / 1e6);
}

// A live heap of 1.6 million pairs, each pointing to two others.
void benchMark() {
  TestVm t;
  TestType pair(2, {0, 1}), pointer(1, {0});
  constexpr int64_t kNodes = 1'600'000;
  auto** keep = static_cast<void***>(newarray(t.gp, &pointer.type, kNodes));
  t.engine.roots = {{.p = keep}};
  for (int64_t i = 0; i < kNodes; i++) {
    auto** p = static_cast<void**>(newobject(t.gp, &pair.type));
    if (i > 0) {
      p[0] = keep[i - 1];
      p[1] = keep[i / 3];
    }
    keep[i] = p;
  }
  t.collect();
  constexpr int kCycles = 20;
  Stopwatch w;
  for (int i = 0; i < kCycles; i++) t.collect();
  std::printf("%-28s %6.1f ns/object marked and swept, %.1f ms a cycle, %.0f MB\n", "mark", w.ns() / kCycles / kNodes,
              w.ns() / kCycles / 1e6, static_cast<double>(t.vm.gc->heapMarked) / (1 << 20));
}

}  // namespace
}  // namespace hood::rt

int main() {
  using namespace hood::rt;
  benchAlloc("32 bytes, inline", 4, true, true);
  benchAlloc("32 bytes, newobject", 4, true, false);
  benchAlloc("32 bytes, no pointers", 4, false, false);
  benchAlloc("48 bytes, inline", 6, true, true);
  benchAlloc("8 bytes, tiny", 1, false, false);
  benchAlloc("1024 bytes", 128, true, false);
  benchTrees();
  benchMark();
  return 0;
}
