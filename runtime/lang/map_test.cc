// Maps against std::unordered_map: random operations, iteration during mutation.
#include "runtime/lang/map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

#include "runtime/lang/map_inl.h"
#include "runtime/lang/panic.h"
#include "runtime/sched/script_test_vm.h"

namespace hood::rt::test {
namespace {

class MapTest : public ::testing::Test {
 protected:
  ScriptVm t;
  Types types;
  G* gp = t.g0();

  Hmap* make(const Type& type, int64_t hint = 0) {
    Slot out;
    EXPECT_EQ(makemap(gp, &type, hint, &out), Outcome::Done);
    return static_cast<Hmap*>(out.p);
  }
  template <class K, class V>
  void set(const Type& type, Hmap* h, K k, V v) {
    void* elem = nullptr;
    ASSERT_EQ(mapassign(gp, &type, h, &k, &elem), Outcome::Done);
    std::memcpy(elem, &v, sizeof v);
  }
  template <class V, class K>
  const V* get(const Type& type, Hmap* h, K k) {
    const void* elem = nullptr;
    EXPECT_EQ(mapaccess(gp, &type, h, &k, &elem), Outcome::Done);
    return static_cast<const V*>(elem);
  }
  template <class K>
  void erase(const Type& type, Hmap* h, K k) {
    ASSERT_EQ(mapdelete(gp, &type, h, &k), Outcome::Done);
  }
};

template <class K, class V>
std::map<K, V> contents(G* gp, const Type& type, Hmap* h) {
  std::map<K, V> out;
  Hiter it;
  mapiterinit(gp, &type, h, &it);
  for (mapiternext(gp, &it); it.key != nullptr; mapiternext(gp, &it)) {
    K k;
    V v;
    std::memcpy(&k, it.key, sizeof k);
    std::memcpy(&v, it.elem, sizeof v);
    EXPECT_TRUE(out.emplace(k, v).second) << "key twice";
  }
  return out;
}

TEST_F(MapTest, RandomOperationsOnInts) {
  Type type = Types::mapOf(&types.int64, &types.int64);
  Hmap* h = make(type);
  std::unordered_map<int64_t, int64_t> want;
  DecisionStream r(7);
  for (int i = 0; i < 200000; i++) {
    auto k = static_cast<int64_t>(r.below(i < 100000 ? 20000 : 300));
    switch (r.below(4)) {
      case 0:
      case 1:
        set<int64_t, int64_t>(type, h, k, i);
        want[k] = i;
        break;
      case 2:
        erase(type, h, k);
        want.erase(k);
        break;
      case 3: {
        const auto* v = get<int64_t>(type, h, k);
        auto it = want.find(k);
        ASSERT_EQ(v != nullptr, it != want.end());
        if (v != nullptr) {
          ASSERT_EQ(*v, it->second);
        }
        ASSERT_EQ(mapaccess64(h, static_cast<uint64_t>(k)), v);
        break;
      }
    }
    ASSERT_EQ(maplen(h), static_cast<int64_t>(want.size()));
    if (i % 20000 == 0) {
      auto all = contents<int64_t, int64_t>(gp, type, h);
      ASSERT_EQ(all.size(), want.size());
      for (auto& [k2, v2] : all) {
        ASSERT_EQ(want[k2], v2);
      }
    }
  }
}

TEST_F(MapTest, GrowsAtGosSizes) {
  Type type = Types::mapOf(&types.int64, &types.int64);
  Hmap* h = make(type);
  std::vector<int> grewAt;
  uint8_t B = h->B;
  for (int64_t i = 1; i <= 120; i++) {
    set<int64_t, int64_t>(type, h, i, i);
    if (h->B != B) grewAt.push_back(static_cast<int>(i));
    B = h->B;
  }
  EXPECT_EQ(grewAt, (std::vector<int>{9, 14, 27, 53, 105}));
}

TEST_F(MapTest, StringsByValueNotByAddress) {
  Type type = Types::mapOf(&types.string, &types.int32);
  Hmap* h = make(type, 100);
  std::vector<std::string> keys;
  for (int i = 0; i < 3000; i++) keys.push_back("key " + std::to_string(i * 7919));
  int32_t n = 0;
  for (const std::string& k : keys) set<GoString, int32_t>(type, h, goText(k.c_str()), n++);
  for (int i = 0; i < 3000; i += 3) erase(type, h, goText(keys[static_cast<size_t>(i)].c_str()));
  EXPECT_EQ(maplen(h), 2000);
  for (int i = 0; i < 3000; i++) {
    std::string copy = keys[static_cast<size_t>(i)];
    const auto* v = get<int32_t>(type, h, goText(copy.c_str()));
    ASSERT_EQ(v != nullptr, i % 3 != 0);
    if (v != nullptr) {
      ASSERT_EQ(*v, i);
    }
  }
}

TEST_F(MapTest, LargeKeysAndValuesAreIndirect) {
  Type type = Types::mapOf(&types.big, &types.big);
  Hmap* h = make(type);
  struct Big {
    int64_t a[25];
  };
  for (int64_t i = 0; i < 500; i++) {
    Big k{}, v{};
    k.a[24] = i;
    v.a[3] = i * 2;
    set(type, h, k, v);
  }
  EXPECT_TRUE(h->layout->indirectkey);
  for (int64_t i = 0; i < 600; i++) {
    Big k{};
    k.a[24] = i;
    const Big* v = get<Big>(type, h, k);
    ASSERT_EQ(v != nullptr, i < 500);
    if (v != nullptr) {
      ASSERT_EQ(v->a[3], i * 2);
    }
  }
}

TEST_F(MapTest, NaNsAreAllDifferent) {
  Type type = Types::mapOf(&types.float64, &types.int64);
  Hmap* h = make(type);
  double nan = std::numeric_limits<double>::quiet_NaN();
  for (int64_t i = 0; i < 100; i++) set<double, int64_t>(type, h, nan, i);
  set<double, int64_t>(type, h, 0.0, 1000);
  set<double, int64_t>(type, h, -0.0, 1001);
  EXPECT_EQ(maplen(h), 101);
  EXPECT_EQ(get<int64_t>(type, h, nan), nullptr);
  EXPECT_EQ(*get<int64_t>(type, h, 0.0), 1001);
  std::set<int64_t> seen;
  Hiter it;
  mapiterinit(gp, &type, h, &it);
  // Growth during the iteration must not lose or repeat any.
  int64_t extra = 5000;
  for (mapiternext(gp, &it); it.key != nullptr; mapiternext(gp, &it)) {
    int64_t v = *static_cast<int64_t*>(it.elem);
    if (v < 100) {
      EXPECT_TRUE(seen.insert(v).second);
    }
    if (extra < 5200) set<double, int64_t>(type, h, static_cast<double>(extra), extra), extra++;
  }
  EXPECT_EQ(seen.size(), 100u);
  mapclear(gp, &type, h);
  EXPECT_EQ(maplen(h), 0);
}

// While a loop inserts, deletes and changes: entries that live through it come exactly once, deleted ones not
// after their deletion, and every value is the current one.
TEST_F(MapTest, IterationDuringMutation) {
  Type type = Types::mapOf(&types.int64, &types.int64);
  DecisionStream r(99);
  for (int round = 0; round < 300; round++) {
    Hmap* h = make(type);
    std::map<int64_t, int64_t> model;
    int64_t n = 1 + r.below(400);
    for (int64_t i = 0; i < n; i++) set<int64_t, int64_t>(type, h, i, i), model[i] = i;
    std::set<int64_t> start, seen, touched;
    for (auto& [k, v] : model) start.insert(k);
    Hiter it;
    mapiterinit(gp, &type, h, &it);
    uint32_t heat = r.below(4);
    for (mapiternext(gp, &it); it.key != nullptr; mapiternext(gp, &it)) {
      int64_t k = *static_cast<int64_t*>(it.key), v = *static_cast<int64_t*>(it.elem);
      ASSERT_TRUE(seen.insert(k).second) << "key twice";
      auto m = model.find(k);
      ASSERT_NE(m, model.end()) << "deleted key appears";
      ASSERT_EQ(m->second, v);
      for (uint32_t j = 0; j < heat; j++) {
        auto k2 = static_cast<int64_t>(r.below(static_cast<uint32_t>(n) * 3));
        if (r.below(3) == 0) {
          if (seen.size() < 5000) set<int64_t, int64_t>(type, h, k2, round * 1000 + k2), model[k2] = round * 1000 + k2;
        } else {
          erase(type, h, k2);
          model.erase(k2);
          touched.insert(k2);
        }
      }
      ASSERT_LT(seen.size(), 20000u);
    }
    for (int64_t k : start) {
      if (touched.count(k) == 0) {
        ASSERT_EQ(seen.count(k), 1u) << "lost key " << k << " of " << n;
      }
    }
  }
}

TEST_F(MapTest, ClearDuringIterationEndsIt) {
  Type type = Types::mapOf(&types.int32, &types.int8);
  Hmap* h = make(type);
  for (int32_t i = 0; i < 100; i++) set<int32_t, int8_t>(type, h, i, 1);
  Hiter it;
  mapiterinit(gp, &type, h, &it);
  mapiternext(gp, &it);
  ASSERT_NE(it.key, nullptr);
  mapclear(gp, &type, h);
  mapiternext(gp, &it);
  EXPECT_EQ(it.key, nullptr);
  set<int32_t, int8_t>(type, h, 5, 7);
  EXPECT_EQ(*get<int8_t>(type, h, int32_t{5}), 7);
}

TEST_F(MapTest, IterationOrderIsRandomAndSeeded) {
  Type type = Types::mapOf(&types.int64, &types.int64);
  auto firsts = [&](uint64_t seed) {
    t.vm.random.reseed(seed);
    Hmap* h = make(type);
    for (int64_t i = 0; i < 50; i++) set<int64_t, int64_t>(type, h, i, i);
    std::vector<int64_t> out;
    for (int i = 0; i < 20; i++) {
      Hiter it;
      mapiterinit(gp, &type, h, &it);
      mapiternext(gp, &it);
      out.push_back(*static_cast<int64_t*>(it.key));
    }
    return out;
  };
  auto a = firsts(1);
  EXPECT_EQ(a, firsts(1));
  EXPECT_NE(a, firsts(2));
  EXPECT_GT(std::set<int64_t>(a.begin(), a.end()).size(), 5u);
}

TEST_F(MapTest, Panics) {
  Type type = Types::mapOf(&types.any, &types.int64);
  int64_t x = 1;
  void* elem = nullptr;
  Eface key{&types.int64, &x};
  EXPECT_EQ(mapassign(gp, &type, nullptr, &key, &elem), Outcome::Panic);
  EXPECT_EQ(view(*static_cast<GoString*>(gp->panicking.data)), "assignment to entry in nil map");
  Hmap* h = make(type);
  GoSlice s{};
  Eface bad{&types.bytes, &s};
  EXPECT_EQ(mapassign(gp, &type, h, &bad, &elem), Outcome::Panic);
  EXPECT_EQ(view(*static_cast<GoString*>(gp->panicking.data)), "hash of unhashable type []uint8");
  const void* found = nullptr;
  EXPECT_EQ(mapaccess(gp, &type, h, &bad, &found), Outcome::Panic);  // also in the empty map
  EXPECT_EQ(mapaccess(gp, &type, nullptr, &bad, &found), Outcome::Panic);
  EXPECT_EQ(mapaccess(gp, &type, nullptr, &key, &found), Outcome::Done);
  EXPECT_EQ(found, nullptr);
  EXPECT_EQ(mapassign(gp, &type, h, &key, &elem), Outcome::Done);
  EXPECT_EQ(maplen(h), 1);
}

TEST_F(MapTest, ManyDeletesAndInsertsKeepTheTableSmall) {
  // A queue-like use leaves overflow buckets behind; same-size growth takes them away.
  Type type = Types::mapOf(&types.int64, &types.int64);
  Hmap* h = make(type);
  for (int64_t i = 0; i < 200000; i++) {
    set<int64_t, int64_t>(type, h, i, i);
    if (i >= 100) erase(type, h, i - 100);
  }
  EXPECT_EQ(maplen(h), 100);
  EXPECT_LE(h->B, 5);
}

}  // namespace
}  // namespace hood::rt::test
