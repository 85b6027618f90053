// Tests of weak handles, cleanups and the memory profile on a VM without an interpreter.
#include <gtest/gtest.h>

#include "runtime/gc/gc_test_vm.h"
#include "runtime/gc/sweep.h"

namespace hood::rt {
namespace {

using test::stwKnobs;
using test::TestType;
using test::TestVm;

Knobs checked(int64_t profileRate = 0) {
  Knobs k = stwKnobs();
  k.gcverify = true;
  k.gccheckmark = true;
  k.clobberfree = true;
  k.memprofilerate = profileRate;
  return k;
}

TEST(Weak, HandleIsClearedWithItsObject) {
  TestVm t(checked());
  TestType node(4, {0});
  auto* p = static_cast<char*>(newobject(t.gp, &node.type));
  WeakHandle* whole = t.vm.gc->weak.handleOf(t.gp, p);
  WeakHandle* field = t.vm.gc->weak.handleOf(t.gp, p + 8);
  EXPECT_NE(whole, field);
  EXPECT_EQ(t.vm.gc->weak.handleOf(t.gp, p), whole);
  t.engine.roots = {{.p = p}, {.p = whole}, {.p = field}};
  t.collect();
  EXPECT_EQ(WeakHandles::strong(t.gp, whole), p);
  EXPECT_EQ(WeakHandles::strong(t.gp, field), p + 8);
  t.engine.roots = {{.p = whole}, {.p = field}};
  t.collect();
  EXPECT_EQ(WeakHandles::strong(t.gp, whole), nullptr);
  EXPECT_EQ(WeakHandles::strong(t.gp, field), nullptr);
}

TEST(Weak, HandleLivesAsLongAsItsObject) {
  TestVm t(checked());
  TestType node(4, {0});
  void* p = newobject(t.gp, &node.type);
  WeakHandle* handle = t.vm.gc->weak.handleOf(t.gp, p);
  t.engine.roots = {{.p = p}};
  t.collect();
  t.collect();
  EXPECT_TRUE(t.allocated(handle));
  EXPECT_EQ(t.vm.gc->weak.handleOf(t.gp, p), handle);
  t.engine.roots.clear();
  t.collect();
  t.collect();
  finishSweep(t.heap());
  EXPECT_FALSE(t.allocated(handle));
}

// What gc/specials.h promises, whoever comes first: who ended the cycle, or a sweeper.
TEST(Specials, OfOneObjectGoInOrder) {
  for (bool sweepFirst : {false, true}) {
    Knobs k = checked();
    k.det = true;  // gcwaiting is ours
    TestVm t(k);
    TestType node(4, {0}), closure(2, {1});
    Gc* gc = t.vm.gc;
    void* p = newobject(t.gp, &node.type);
    auto* fn = static_cast<Closure*>(newobject(t.gp, &closure.type));
    WeakHandle* handle = gc->weak.handleOf(t.gp, p);
    bool first;
    gc->finalizers.add({p, nullptr, nullptr, nullptr}, &first);
    gc->finalizers.addCleanup(t.gp, p, fn, &first);
    t.engine.roots = {{.p = handle}};
    t.vm.sched->gcwaiting.storeSeqCst(sweepFirst);  // who ends a cycle leaves the records to others then
    t.collect();
    EXPECT_EQ(WeakHandles::strong(t.gp, handle), nullptr);
    EXPECT_EQ(gc->finalizers.empty(), sweepFirst);
    finishSweep(t.heap());
    EXPECT_EQ(WeakHandles::strong(t.gp, handle), nullptr);
    Finalizer f{};
    ASSERT_TRUE(gc->finalizers.pop(t.gp, f));
    EXPECT_EQ(f.obj, p);
    EXPECT_TRUE(t.allocated(p));  // and its cleanup waits
    EXPECT_FALSE(gc->finalizers.pop(t.gp, f));
    t.collect();
    finishSweep(t.heap());
    ASSERT_TRUE(gc->finalizers.pop(t.gp, f));
    EXPECT_EQ(f.fn, fn);
    EXPECT_FALSE(t.allocated(p));
  }
}

TEST(Cleanup, IsQueuedOnceItsObjectIsGone) {
  TestVm t(checked());
  TestType node(4, {0}), closure(2, {1});
  void* p = newobject(t.gp, &node.type);
  auto* fn = static_cast<Closure*>(newobject(t.gp, &closure.type));
  Finalizers& f = t.vm.gc->finalizers;
  bool first = false;
  uint64_t id = f.addCleanup(t.gp, p, fn, &first);
  EXPECT_TRUE(first);
  uint64_t stopped = f.addCleanup(t.gp, p, fn, &first);
  EXPECT_FALSE(first);
  EXPECT_NE(id, stopped);
  f.stopCleanup(p, stopped);
  t.engine.roots = {{.p = p}};
  t.collect();
  EXPECT_TRUE(f.empty());
  EXPECT_TRUE(t.allocated(fn));  // the table keeps the function
  t.engine.roots.clear();
  t.collect();
  Finalizer due;
  ASSERT_TRUE(f.pop(t.gp, due));
  EXPECT_EQ(due.obj, nullptr);
  EXPECT_EQ(due.fn, fn);
  EXPECT_FALSE(f.pop(t.gp, due));
}

TEST(MemProfile, SeesEveryObjectAtRateOne) {
  TestVm t(checked(1));
  TestType node(4, {0});
  MemProfile& profile = t.vm.gc->profile;
  uint64_t before = profile.totals().objects;
  for (int i = 0; i < 1000; i++) {
    auto* p = static_cast<void**>(newobject(t.gp, &node.type));
    p[0] = t.engine.roots.empty() ? nullptr : t.engine.roots[0].p;
    t.engine.roots = {{.p = p}};
  }
  mallocgc(t.gp, 100'000, nullptr, true);
  EXPECT_EQ(profile.totals().objects - before, 1001u);
  const SampledObject* s = profile.find(t.engine.roots[0].u);
  ASSERT_NE(s, nullptr);
  EXPECT_EQ(s->type, &node.type);
  EXPECT_EQ(s->size, 32u);
  t.collect();
  EXPECT_EQ(s->bucket->inUse(), 1000u);
  t.engine.roots.clear();
  t.collect();
  EXPECT_EQ(profile.buckets()[0].inUse(), 0u);
}

TEST(MemProfile, SamplesAreAboutAsFarApartAsTheRate) {
  TestVm t(checked(16 << 10));
  TestType node(8, {0});
  for (int i = 0; i < 100'000; i++) newobject(t.gp, &node.type);  // 6.4 MB: 390 samples
  EXPECT_GT(t.vm.gc->profile.totals().objects, 300u);
  EXPECT_LT(t.vm.gc->profile.totals().objects, 500u);
}

}  // namespace
}  // namespace hood::rt
