// Tests of the collector: reachability, reuse, finalizers, the checkers, and a random mutator against a shadow heap.
#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <map>
#include <random>
#include <unordered_map>
#include <unordered_set>

#include "runtime/gc/gc_test_vm.h"
#include "runtime/core/heap_ptr.h"
#include "runtime/gc/p_gc.h"
#include "runtime/gc/pacer.h"
#include "runtime/gc/verify.h"

namespace hood::rt {
namespace {

using test::stwKnobs;
using test::TestType;
using test::TestVm;

Knobs checked() {
  Knobs k = stwKnobs();
  k.gcverify = true;
  k.gccheckmark = true;
  k.clobberfree = true;
  return k;
}

TEST(Gc, KeepsWhatRootsReach) {
  TestVm t(checked());
  TestType node(2, {0});  // next, value
  t.engine.roots.resize(1);
  for (uint64_t i = 0; i < 100000; i++) {
    auto* n = static_cast<uint64_t*>(newobject(t.gp, &node.type));
    n[0] = t.engine.roots[0].u;
    n[1] = i;
    t.engine.roots[0].p = n;
  }
  t.collect();
  t.collect();
  uint64_t want = 100000;
  for (auto* n = static_cast<uint64_t*>(t.engine.roots[0].p); n != nullptr; n = reinterpret_cast<uint64_t*>(n[0])) {
    ASSERT_EQ(n[1], --want);
  }
  EXPECT_EQ(want, 0u);
  EXPECT_EQ(t.vm.gc->heapMarked, 100000 * 16);
}

TEST(Gc, FreesWhatNobodyReaches) {
  TestVm t(checked());
  TestType node(4, {0});
  void* p = newobject(t.gp, &node.type);
  void* q = mallocgc(t.gp, 50000, nullptr, true);
  t.engine.roots = {{.p = p}, {.p = static_cast<char*>(q) + 49999}};  // an interior pointer is as good
  t.collect();
  t.collect();
  EXPECT_TRUE(t.allocated(p));
  EXPECT_TRUE(t.allocated(q));
  t.engine.roots.clear();
  t.collect();
  t.collect();
  EXPECT_FALSE(t.allocated(p));
  EXPECT_FALSE(t.allocated(q));
  EXPECT_EQ(t.vm.gc->heapMarked, 0);
}

// A word that is no pointer keeps nothing alive, whatever it looks like.
TEST(Gc, PreciseWithinObjects) {
  TestVm t(checked());
  for (size_t words : {2u, 10u, 70u, 5000u}) {
    TestType node(words, {words - 1});
    void* target = newobject(t.gp, &node.type);
    void* other = newobject(t.gp, &node.type);
    auto* n = static_cast<void**>(newobject(t.gp, &node.type));
    n[0] = other;
    n[words - 1] = target;
    t.engine.roots = {{.p = n}};
    t.collect();
    t.collect();
    EXPECT_TRUE(t.allocated(target)) << words;
    EXPECT_FALSE(t.allocated(other)) << words;
  }
}

TEST(Gc, RowsAreScannedToTheirEnd) {
  TestVm t(checked());
  TestType pair(3, {1});
  for (int64_t count : {3, 20, 200, 60000}) {
    auto* row = static_cast<void**>(newarray(t.gp, &pair.type, count));
    std::vector<void*> want;
    t.engine.roots = {{.p = row}};
    for (int64_t i = 0; i < count; i++) {
      row[3 * i + 1] = mallocgc(t.gp, 24, nullptr, true);
      want.push_back(row[3 * i + 1]);
    }
    t.collect();
    for (size_t i = 0; i < want.size(); i += 97) EXPECT_TRUE(t.allocated(want[i]));
    EXPECT_EQ(t.vm.gc->heapMarked,
              static_cast<int64_t>(roundupsize(t.gp, static_cast<size_t>(count) * 24) + want.size() * 24));
  }
}

TEST(Gc, GarbageDoesNotMakeTheHeapGrow) {
  TestVm t;
  TestType node(4, {0, 1});
  for (int i = 0; i < 3'000'000; i++) {
    newobject(t.gp, &node.type);
    t.safepoint();
  }
  EXPECT_GE(t.vm.gc->cycles.loadRelaxed(), 20u);
  EXPECT_LE(t.stats().heapSys, 8u << 20);
}

TEST(Gc, HeapTriggerFollowsGogc) {
  auto goal = [](int64_t percent, int64_t marked, int64_t roots, int64_t limit = INT64_MAX) {
    return nextGoal({percent, 4 << 20, limit, marked, roots});
  };
  EXPECT_EQ(goal(100, 0, 0), 4 << 20);
  EXPECT_EQ(goal(50, 0, 0), 2 << 20);
  EXPECT_EQ(goal(100, 10 << 20, 0), 20 << 20);
  EXPECT_EQ(goal(100, 10 << 20, 1 << 20), 21 << 20);
  EXPECT_EQ(goal(200, 10 << 20, 0), 30 << 20);
  EXPECT_EQ(goal(-1, 10 << 20, 0), INT64_MAX);
  EXPECT_EQ(goal(-1, 10 << 20, 0, 16 << 20), 16 << 20);
  EXPECT_EQ(goal(100, 10 << 20, 0, 16 << 20), 16 << 20);
  EXPECT_EQ(goal(100, 16 << 20, 0, 16 << 20), (17 << 20) + (64 << 10));
}

TEST(Gc, TraceLineHasGosForm) {
  Knobs k = stwKnobs();
  k.gctrace = 1;
  TestVm t(k);
  t.collect();
  EXPECT_TRUE(testing::internal::RE::FullMatch(
      t.err.text, testing::internal::RE("gc 1 @[0-9.]+s [0-9]+%: [0-9.]+\\+[0-9.]+\\+[0-9.]+ ms clock, "
                                        "[0-9.]+\\+[0-9.]+/[0-9.]+/[0-9.]+\\+[0-9.]+ ms cpu, "
                                        "[0-9]+->[0-9]+->[0-9]+ MB, [0-9]+ MB goal, 0 MB stacks, 0 MB globals, 1 P "
                                        "\\(forced\\)\n")))
      << t.err.text;
}

// ---- finalizers --------------------------------------------------------------------------------------------------

TEST(Finalizers, QueuedOnceTheObjectIsUnreachable) {
  TestVm t(checked());
  TestType node(2, {0});
  auto* p = static_cast<void**>(newobject(t.gp, &node.type));
  t.engine.roots = {{.p = p}};
  bool first;
  EXPECT_TRUE(t.vm.gc->finalizers.add({p, nullptr, nullptr, nullptr}, &first));
  EXPECT_TRUE(first);
  EXPECT_FALSE(t.vm.gc->finalizers.add({p, nullptr, nullptr, nullptr}, &first));
  EXPECT_FALSE(first);
  t.collect();
  EXPECT_TRUE(t.vm.gc->finalizers.empty());
  t.engine.roots.clear();
  t.collect();
  Finalizer f{};
  ASSERT_TRUE(t.vm.gc->finalizers.pop(t.gp, f));
  EXPECT_EQ(f.obj, p);
  EXPECT_TRUE(t.allocated(p));  // alive until it ran, and one more cycle finds it dead
  t.collect();
  t.collect();
  EXPECT_FALSE(t.allocated(p));
}

TEST(Finalizers, RunInDependencyOrder) {
  TestVm t(checked());
  TestType node(2, {0});
  auto* a = static_cast<void**>(newobject(t.gp, &node.type));
  auto* b = static_cast<void**>(newobject(t.gp, &node.type));
  a[0] = b;
  bool first;
  t.vm.gc->finalizers.add({a, nullptr, nullptr, nullptr}, &first);
  t.vm.gc->finalizers.add({b, nullptr, nullptr, nullptr}, &first);
  Finalizer f{};
  t.collect();
  ASSERT_TRUE(t.vm.gc->finalizers.pop(t.gp, f));
  EXPECT_EQ(f.obj, a);
  EXPECT_FALSE(t.vm.gc->finalizers.pop(t.gp, f));
  t.collect();
  ASSERT_TRUE(t.vm.gc->finalizers.pop(t.gp, f));
  EXPECT_EQ(f.obj, b);
}

TEST(Finalizers, RingsAreNeverFinalized) {
  TestVm t(checked());
  TestType node(2, {0});
  auto* a = static_cast<void**>(newobject(t.gp, &node.type));
  auto* b = static_cast<void**>(newobject(t.gp, &node.type));
  a[0] = b;
  b[0] = a;
  bool first;
  t.vm.gc->finalizers.add({a, nullptr, nullptr, nullptr}, &first);
  for (int i = 0; i < 3; i++) t.collect();
  EXPECT_TRUE(t.vm.gc->finalizers.empty());
  EXPECT_TRUE(t.allocated(a));
}

// ---- the checkers find what they are for ---------------------------------------------------------------------------

TEST(VerifierDeathTest, NamesTheSlotOfADanglingPointer) {
  auto dangle = [] {
    TestVm t(checked());
    TestType node(2, {0});
    auto* p = static_cast<void**>(newobject(t.gp, &node.type));
    void* q = newobject(t.gp, &node.type);
    void* keep = newobject(t.gp, &node.type);
    t.engine.roots = {{.p = p}, {.p = keep}};
    t.collect();
    t.collect();
    p[0] = q;  // freed by the first cycle
    t.collect();
  };
#ifdef __SANITIZE_ADDRESS__
  EXPECT_DEATH(dangle(), "use-after-poison");  // marking touches it before the verifier looks
#else
  EXPECT_EXIT(dangle(), testing::ExitedWithCode(70), "heap verifier: object 0x[0-9a-f]+ .16 bytes.: word .* a free object");
#endif
}

TEST(VerifierDeathTest, NamesTheRoot) {
  auto dangle = [] {
    TestVm t(checked());
    void* p = mallocgc(t.gp, 100000, nullptr, true);
    t.collect();
    t.collect();
    t.engine.roots = {{.p = p}};
    t.collect();
  };
  EXPECT_EXIT(dangle(), testing::ExitedWithCode(70), "heap verifier: globals: word .* a free page");
}

// ---- a random mutator ----------------------------------------------------------------------------------------------

// Builds, cuts and drops a graph of objects of many shapes; a shadow graph in C++ says what must be alive, and with which
// contents.
class Mutator {
 public:
  explicit Mutator(uint32_t seed, Knobs knobs = checked()) : rng_(seed), vm_(knobs) {
    for (size_t words : {1u, 2u, 3u, 4u, 9u, 40u, 64u, 65u, 300u, 6000u}) {
      std::vector<size_t> pointers;
      for (size_t i = 0; i < words; i++) {
        if (i == 0 || rng_() % 3 != 0) pointers.push_back(i);
      }
      pointersOf_.push_back(pointers);
      types_.push_back(std::make_unique<TestType>(words, pointers));
    }
    vm_.engine.roots.resize(40);
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      if (vm_.vm.gc->phaseNow() == GcPhase::Mark) {
        markALittle();
      } else if (rng_() % 400 == 0) {
        vm_.collect();
      }
      if (rng_() % 1000 == 0) check();
    }
    markAll();
    vm_.collect();
    markAll();
    check();
    vm_.collect();  // all swept: what is allocated is what was marked
    markAll();
    check();
    countLive();
  }

 private:
  struct Shadow {
    size_t shape;
    std::vector<uintptr_t> words;  // contents
  };

  // A concurrent collection goes on between two steps.
  void markALittle() {
    Marker& m = vm_.vm.sched->allp[0]->gc->marker;
    if (rng_() % 8 != 0) return;
    if (rng_() % 4 == 0) vm_.vm.gc->jobs.runOne(&vm_.vm, m, nullptr);
    if (m.drainN(rng_() % 2000) == 0) gcMarkDone(&vm_.vm);
  }
  void markAll() {
    Marker& m = vm_.vm.sched->allp[0]->gc->marker;
    while (vm_.vm.gc->phaseNow() == GcPhase::Mark) {
      while (vm_.vm.gc->jobs.runOne(&vm_.vm, m, nullptr)) {}
      m.drain(nullptr, nullptr);
      gcMarkDone(&vm_.vm);
    }
  }

  void setRoot(size_t i, uintptr_t p) { store(&vm_.engine.roots[i].u, p); }
  void store(uintptr_t* word, uintptr_t p) {
    writePointer(vm_.gp, reinterpret_cast<void**>(word), reinterpret_cast<void*>(p));
  }

  void step() {
    size_t root = rng_() % vm_.engine.roots.size();
    switch (rng_() % 6) {
      case 0: setRoot(root, 0); break;
      case 1:
      case 2: setRoot(root, create()); break;
      case 3: setRoot(root, pick()); break;
      default: {
        uintptr_t from = pick(), to = rng_() % 5 == 0 ? 0 : pick();
        if (from == 0) break;
        Shadow& s = shadow_[from];
        if (pointersOf_[s.shape].empty()) break;
        size_t word = pointersOf_[s.shape][rng_() % pointersOf_[s.shape].size()];
        s.words[word] = to;
        store(reinterpret_cast<uintptr_t*>(from) + word, to);
      }
    }
  }

  uintptr_t create() {
    size_t shape = rng_() % 4 == 0 ? rng_() % types_.size() : rng_() % 6;
    const Type& t = types_[shape]->type;
    bool noscan = t.size >= 16 && rng_() % 4 == 0;  // smaller ones share blocks: their bytes cannot be told apart
    auto* p = static_cast<uintptr_t*>(mallocgc(vm_.gp, t.size, noscan ? nullptr : &t, true));
    Shadow s{shape, std::vector<uintptr_t>(t.size / 8, 0)};
    for (size_t i = 0; i < s.words.size(); i++) {
      EXPECT_EQ(p[i], 0u);
      bool isPointer = !noscan && std::binary_search(pointersOf_[shape].begin(), pointersOf_[shape].end(), i);
      s.words[i] = isPointer ? (rng_() % 2 ? pick() : 0) : rng_();
      if (isPointer) {
        store(p + i, s.words[i]);
      } else {
        p[i] = s.words[i];
      }
    }
    auto a = reinterpret_cast<uintptr_t>(p);
    shadow_[a] = s;
    if (noscan) {
      noscan_.insert(a);
    } else {
      noscan_.erase(a);
    }
    return a;
  }

  // Some object that is reachable now.
  uintptr_t pick() {
    uintptr_t at = vm_.engine.roots[rng_() % vm_.engine.roots.size()].u;
    for (int hops = static_cast<int>(rng_() % 4); hops > 0 && at != 0 && !noscan_.count(at); hops--) {
      const Shadow& s = shadow_[at];
      const auto& pointers = pointersOf_[s.shape];
      if (pointers.empty()) break;
      uintptr_t next = s.words[pointers[rng_() % pointers.size()]];
      if (next == 0) break;
      at = next;
    }
    return at != 0 && noscan_.count(at) ? 0 : at;
  }

  std::unordered_set<uintptr_t> reachable() {
    std::unordered_set<uintptr_t> seen;
    std::vector<uintptr_t> work;
    auto add = [&](uintptr_t p) {
      if (p != 0 && seen.insert(p).second) work.push_back(p);
    };
    for (Slot& r : vm_.engine.roots) add(r.u);
    while (!work.empty()) {
      uintptr_t p = work.back();
      work.pop_back();
      if (noscan_.count(p)) continue;
      for (size_t w : pointersOf_[shadow_[p].shape]) add(shadow_[p].words[w]);
    }
    return seen;
  }

  void check() {
    for (uintptr_t p : reachable()) {
      const Shadow& s = shadow_[p];
      ASSERT_EQ(std::memcmp(reinterpret_cast<void*>(p), s.words.data(), s.words.size() * 8), 0);
    }
  }

  // After a cycle the marked bytes are those of the reachable objects, no more and no less.
  void countLive() {
    uint64_t bytes = 0;
    for (uintptr_t p : reachable()) bytes += roundupsize(vm_.gp, shadow_[p].words.size() * 8);
    EXPECT_EQ(static_cast<uint64_t>(vm_.vm.gc->heapMarked), bytes);
  }

  std::mt19937 rng_;
  TestVm vm_;
  std::vector<std::unique_ptr<TestType>> types_;
  std::vector<std::vector<size_t>> pointersOf_;
  std::unordered_map<uintptr_t, Shadow> shadow_;
  std::unordered_set<uintptr_t> noscan_;
};

TEST(Gc, RandomMutatorAgreesWithShadowHeap) {
  for (uint32_t seed = 1; seed <= 6; seed++) {
    SCOPED_TRACE(seed);
    Mutator(seed).run(12000);
  }
}

TEST(Gc, RandomMutatorWhileMarking) {
  for (BarrierPolicy policy : {BarrierPolicy::Hybrid, BarrierPolicy::Dijkstra, BarrierPolicy::Yuasa}) {
    for (uint32_t seed = 1; seed <= 4; seed++) {
      SCOPED_TRACE(testing::Message() << "policy " << static_cast<int>(policy) << " seed " << seed);
      Knobs k = checked();
      k.collector = static_cast<int64_t>(CollectorPolicy::Concurrent);
      k.barrier = static_cast<int64_t>(policy);
      Mutator(seed, k).run(12000);
    }
  }
}

// ---- the write barrier ---------------------------------------------------------------------------------------------

struct BarrierOn {
  TestVm t;
  WbBuf& buf;
  explicit BarrierOn(BarrierPolicy policy) : t(knobs(policy)), buf(t.vm.sched->allp[0]->gc->wb) {
    setWriteBarrier(&t.vm, true);
    t.gp->wbBuf = &buf;
  }
  ~BarrierOn() {
    buf.n = 0;
    setWriteBarrier(&t.vm, false);
    t.gp->wbBuf = nullptr;
  }
  static Knobs knobs(BarrierPolicy policy) {
    Knobs k = stwKnobs();
    k.barrier = static_cast<int64_t>(policy);
    return k;
  }
  std::vector<uintptr_t> take() {
    std::vector<uintptr_t> got(buf.ptrs, buf.ptrs + buf.n);
    buf.n = 0;
    return got;
  }
};

TEST(Barrier, PolicySaysWhatIsShaded) {
  void *a = reinterpret_cast<void*>(0x1000), *b = reinterpret_cast<void*>(0x2000);
  auto shaded = [&](BarrierPolicy policy) {
    BarrierOn on(policy);
    void* slot = a;
    writePointer(on.t.gp, &slot, b);
    EXPECT_EQ(slot, b);
    return on.take();
  };
  EXPECT_EQ(shaded(BarrierPolicy::Hybrid), (std::vector<uintptr_t>{0x1000, 0x2000}));
  EXPECT_EQ(shaded(BarrierPolicy::Yuasa), (std::vector<uintptr_t>{0x1000}));
  EXPECT_EQ(shaded(BarrierPolicy::Dijkstra), (std::vector<uintptr_t>{0x2000}));
  EXPECT_EQ(shaded(BarrierPolicy::None), (std::vector<uintptr_t>{}));
}

TEST(Barrier, CopiesRecordPointersOnly) {
  BarrierOn on(BarrierPolicy::Hybrid);
  TestType t(4, {0, 2});
  uintptr_t dst[8] = {1 << 4, 2 << 4, 3 << 4, 4 << 4, 5 << 4, 6 << 4, 7 << 4, 8 << 4};
  uintptr_t src[8] = {11 << 4, 12 << 4, 0, 14 << 4, 15 << 4, 16 << 4, 17 << 4, 18 << 4};
  typedmemmove(on.t.gp, &t.type, dst, src);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{1 << 4, 11 << 4, 3 << 4}));
  typedslicecopy(on.t.gp, &t.type, dst, src, 2);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{11 << 4, 11 << 4, 5 << 4, 15 << 4, 7 << 4, 17 << 4}));
  EXPECT_EQ(std::memcmp(dst, src, sizeof dst), 0);
  typedmemclr(on.t.gp, &t.type, dst);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{11 << 4}));
  memclrHasPointers(on.t.gp, &t.type, dst, 2);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{15 << 4, 17 << 4}));
}

// Without a type at hand the heap knows where its pointers are; for a word that may be one, too.
TEST(Barrier, BitmapOfTheHeap) {
  BarrierOn on(BarrierPolicy::Hybrid);
  TestType t(3, {1});
  auto* p = static_cast<uintptr_t*>(newobject(on.t.gp, &t.type));
  p[0] = 1 << 4, p[1] = 2 << 4, p[2] = 3 << 4;
  uintptr_t src[3] = {4 << 4, 5 << 4, 6 << 4};
  bulkBarrierBitmap(on.t.gp, p, src, sizeof src);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{2 << 4, 5 << 4}));
  writeBarrierZero(on.t.gp, p);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{}));
  writeBarrierZero(on.t.gp, p + 1);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{2 << 4}));
}

TEST(Barrier, AtomicOperationsRecordWhatTheyReplace) {
  BarrierOn on(BarrierPolicy::Hybrid);
  void *a = reinterpret_cast<void*>(0x1000), *b = reinterpret_cast<void*>(0x2000);
  void* slot = a;
  EXPECT_EQ(atomicSwapPointer(on.t.gp, &slot, b), a);
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{0x1000, 0x2000}));
  EXPECT_FALSE(atomicCasPointer(on.t.gp, &slot, a, nullptr));
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{}));
  EXPECT_TRUE(atomicCasPointer(on.t.gp, &slot, b, nullptr));
  EXPECT_EQ(on.take(), (std::vector<uintptr_t>{0x2000}));
}

TEST(Gc, PiControllerFollowsItsSetpoint) {
  PiController c{.kp = 0.9, .ti = 4.0, .tt = 1000, .min = -1000, .max = 1000};
  bool ok = true;
  double x = 0;
  for (int i = 0; i < 200 && ok; i++) x = c.next(x, 3.5, 1.0, &ok);
  EXPECT_TRUE(ok);
  EXPECT_NEAR(x, 3.5, 0.1);
  c.next(x, std::numeric_limits<double>::infinity(), 1.0, &ok);
  EXPECT_FALSE(ok);
}

}  // namespace
}  // namespace hood::rt
