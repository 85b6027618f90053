// Tests of weak handles, cleanups and the memory profile on a VM without an interpreter.
#include <gtest/gtest.h>

#include "runtime/gc/gc_test_vm.h"

namespace hood::rt {
namespace {

using test::TestType;
using test::TestVm;

Knobs checked(int64_t profileRate = 0) {
  Knobs k;
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

TEST(Weak, HandleNobodyHoldsIsForgotten) {
  TestVm t(checked());
  TestType node(4, {0});
  void* p = newobject(t.gp, &node.type);
  WeakHandle* first = t.vm.gc->weak.handleOf(t.gp, p);
  t.engine.roots = {{.p = p}};
  t.collect();
  t.collect();
  EXPECT_FALSE(t.allocated(first));
  t.engine.roots.push_back({.p = t.vm.gc->weak.handleOf(t.gp, p)});
  t.collect();
  EXPECT_EQ(WeakHandles::strong(t.gp, static_cast<WeakHandle*>(t.engine.roots[1].p)), p);
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
  ASSERT_TRUE(f.pop(due));
  EXPECT_EQ(due.obj, nullptr);
  EXPECT_EQ(due.fn, fn);
  EXPECT_FALSE(f.pop(due));
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
