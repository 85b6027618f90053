// Tests of the allocator: size classes, page allocator, spans, malloc, statistics.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <random>
#include <set>

#include "runtime/alloc/malloc_inl.h"
#include "runtime/gc/gc_test_vm.h"

namespace hood::rt {
namespace {

using test::stwKnobs;
using test::TestType;
using test::TestVm;

TEST(SizeClasses, DivisionByMagicIsExact) {
  for (int c = 1; c < kNumSizeClasses; c++) {
    const SizeClass& k = kSizeClasses[c];
    ASSERT_EQ(k.nelems, k.pages * kPageSize / k.size);
    for (uint64_t off = 0; off < k.pages * kPageSize; off++) {
      ASSERT_EQ((off * k.divMagic) >> 32, off / k.size) << "class " << c << " offset " << off;
    }
  }
}

TEST(SizeClasses, SmallestThatFits) {
  for (size_t size = 1; size <= kMaxSmallSize; size++) {
    unsigned c = sizeToClass(size);
    ASSERT_GE(kSizeClasses[c].size, size);
    ASSERT_LT(kSizeClasses[c - 1].size, size);
  }
  SizeToClass pow2(SizeClassPolicy::Pow2);
  for (size_t size = 1; size <= kMaxSmallSize; size++)
    ASSERT_EQ(kSizeClasses[pow2(size)].size, std::bit_ceil(std::max<size_t>(size, 8)));
}

TEST(SizeClasses, RoundUpAsThePolicySays) {
  for (SizeClassPolicy policy : {SizeClassPolicy::Go, SizeClassPolicy::Pow2}) {
    Knobs k = stwKnobs();
    k.sizeclasses = static_cast<int64_t>(policy);
    TestVm t(k);
    EXPECT_EQ(roundupsize(t.gp, 33), policy == SizeClassPolicy::Go ? 48u : 64u);
    EXPECT_EQ(roundupsize(t.gp, kMaxSmallSize), kMaxSmallSize);
    EXPECT_EQ(roundupsize(t.gp, kMaxSmallSize + 1), kMaxSmallSize + kPageSize);
    EXPECT_EQ(roundupsize(t.gp, 0), 0u);
  }
}

// First fit, against a plain vector of flags.
TEST(PageAlloc, AgreesWithModel) {
  constexpr size_t kPages = 3 * 4096 + 100;
  PageAlloc pa;
  ASSERT_TRUE(pa.init(kPages));
  std::vector<bool> isFree(kPages, false);
  auto modelFind = [&](size_t n) {
    size_t run = 0;
    for (size_t i = 0; i < kPages; i++) {
      run = isFree[i] ? run + 1 : 0;
      if (run == n) return i + 1 - n;
    }
    return PageAlloc::kNone;
  };
  EXPECT_EQ(pa.alloc(1), PageAlloc::kNone);
  pa.free(0, 7000);
  pa.free(7000, kPages - 7000);
  isFree.assign(kPages, true);
  std::mt19937 rng(7);
  std::vector<std::pair<size_t, size_t>> taken;
  for (int step = 0; step < 20000; step++) {
    if (taken.empty() || rng() % 5 < 3) {
      size_t n = rng() % 16 == 0 ? 1 + rng() % 1500 : 1 + rng() % 9;
      size_t want = modelFind(n);
      size_t got = pa.alloc(n);
      ASSERT_EQ(got, want) << "step " << step << " n " << n;
      if (got == PageAlloc::kNone) {
        for (size_t k = 0; k < taken.size() / 2; k++) {
          pa.free(taken[k].first, taken[k].second);
          for (size_t i = 0; i < taken[k].second; i++) isFree[taken[k].first + i] = true;
        }
        taken.erase(taken.begin(), taken.begin() + static_cast<long>(taken.size() / 2));
        continue;
      }
      for (size_t i = 0; i < n; i++) isFree[got + i] = false;
      taken.emplace_back(got, n);
    } else {
      size_t k = rng() % taken.size();
      pa.free(taken[k].first, taken[k].second);
      for (size_t i = 0; i < taken[k].second; i++) isFree[taken[k].first + i] = true;
      taken[k] = taken.back();
      taken.pop_back();
    }
    ASSERT_EQ(pa.freePages(), static_cast<size_t>(std::count(isFree.begin(), isFree.end(), true)));
  }
  pa.destroy();
}

TEST(Malloc, AddressesLookLikeGos) {
  TestVm t;
  auto p = reinterpret_cast<uintptr_t>(mallocgc(t.gp, 64, nullptr, true));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_EQ(p >> 32, 0xc0u);
#endif
  EXPECT_EQ(p % 64, 0u);
}

TEST(Malloc, ObjectsAreZeroDisjointAndAligned) {
  TestVm t;
  TestType pointerish(3, {0, 2});
  std::mt19937 rng(1);
  std::map<uintptr_t, size_t> live;
  for (int i = 0; i < 30000; i++) {
    size_t size = rng() % 50 == 0 ? rng() % 100000 + 1 : rng() % 700 + 1;
    bool scan = rng() % 2;
    if (scan) size = (size + 23) / 24 * 24;
    auto* p = static_cast<uint8_t*>(mallocgc(t.gp, size, scan ? &pointerish.type : nullptr, true));
    for (size_t k = 0; k < size; k++) ASSERT_EQ(p[k], 0);
    std::memset(p, scan ? 0 : 0xab, size);
    auto a = reinterpret_cast<uintptr_t>(p);
    ASSERT_EQ(a % (size % 8 == 0 ? 8 : size % 4 == 0 ? 4 : size % 2 == 0 ? 2 : 1), 0u);
    auto next = live.lower_bound(a);
    if (next != live.end()) {
      ASSERT_LE(a + size, next->first);
    }
    if (next != live.begin()) {
      ASSERT_LE(std::prev(next)->first + std::prev(next)->second, a);
    }
    live[a] = size;
  }
}

TEST(Malloc, ZeroSizedObjectsShareOneAddress) {
  TestVm t;
  EXPECT_EQ(mallocgc(t.gp, 0, nullptr, true), mallocgc(t.gp, 0, nullptr, true));
  EXPECT_FALSE(t.heap()->arena.contains(reinterpret_cast<uintptr_t>(mallocgc(t.gp, 0, nullptr, true))));
}

TEST(Malloc, TinyObjectsShareBlocks) {
  TestVm t;
  auto before = t.stats();
  std::set<uintptr_t> blocks;
  for (int i = 0; i < 1000; i++) blocks.insert(reinterpret_cast<uintptr_t>(mallocgc(t.gp, 4, nullptr, true)) / 16);
  auto after = t.stats();
  EXPECT_EQ(blocks.size(), 250u);
  EXPECT_EQ(after.mallocs - before.mallocs, 1000u);
  EXPECT_EQ(after.totalAlloc - before.totalAlloc, 250u * 16);
}

TEST(Malloc, HeapBitsDescribeRowsOfValues) {
  TestVm t;
  TestType mixed(3, {0, 2});
  for (int64_t n : {1, 2, 5, 21, 22, 100, 3000}) {
    auto* p = static_cast<uintptr_t*>(newarray(t.gp, &mixed.type, n));
    HeapObject obj;
    ASSERT_TRUE(t.heap()->arena.findObject(reinterpret_cast<uintptr_t>(p) + 9, obj));
    ASSERT_EQ(obj.base, reinterpret_cast<uintptr_t>(p));
  }
  auto* p = static_cast<uintptr_t*>(newarray(t.gp, &mixed.type, 5));
  EXPECT_EQ(t.heap()->arena.heapBits(reinterpret_cast<uintptr_t>(p), 16), 0b0101101101101101u);
}

TEST(Malloc, StatisticsAddUp) {
  TestVm t;
  MemStats before = t.stats();
  uint64_t bytes = 0;
  for (int i = 0; i < 1000; i++) mallocgc(t.gp, 100, nullptr, true), bytes += 112;
  mallocgc(t.gp, 100000, nullptr, true);
  bytes += 106496;
  MemStats m = t.stats();
  EXPECT_EQ(m.mallocs - before.mallocs, 1001u);
  EXPECT_EQ(m.totalAlloc - before.totalAlloc, bytes);
  EXPECT_EQ(m.heapAlloc, m.totalAlloc);
  t.collect();
  m = t.stats();
  EXPECT_EQ(m.heapSys, m.heapInuse + m.heapIdle);
  EXPECT_EQ(m.sys, m.heapSys + m.mspanSys + m.mcacheSys + m.gcSys + m.otherSys);
  EXPECT_EQ(m.heapObjects, m.mallocs - m.frees);
  EXPECT_LE(m.heapAlloc, m.heapInuse);
  t.collect();  // sweeps what the first cycle found dead
  m = t.stats();
  EXPECT_EQ(m.heapObjects, 0u);
  EXPECT_EQ(m.heapAlloc, 0u);
  EXPECT_EQ(m.heapInuse, 0u);
}

TEST(MallocDeathTest, LimitEndsWithGosText) {
  auto exhaust = [] {
    Knobs k = stwKnobs();
    k.heapmax = 8 << 20;
    TestVm t(k);
    static FdWriter stderrWriter(2);
    t.vm.err = &stderrWriter;
    for (int i = 0; i < 100; i++) t.engine.roots.push_back({.p = mallocgc(t.gp, 1 << 20, nullptr, true)});
  };
  EXPECT_EXIT(exhaust(), testing::ExitedWithCode(2),
              "runtime: out of memory: cannot allocate 1048576-byte block \\(8388608 in use\\)\nfatal error: out of memory");
}

}  // namespace
}  // namespace hood::rt
