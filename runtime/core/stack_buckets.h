// Numbers by call stack: the table behind every profile.
// Mirrors:    src/runtime/mprof.go (bucket, stkbucket). Book: 4.7.
// Differs:    one table per profile instead of one for all.
// Invariants: buckets stay where they are until clear().
// Locks:      the profile's that has the table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "runtime/core/engine.h"

namespace hood::rt {

// What the buckets of a profile begin with.
struct StackBucket {
  std::vector<const void*> pcs;  // of the frames, innermost first; Engine::sitesAt() tells the calls at each
  uint64_t size = 0;             // of the blocks, in a profile of memory
};

// The frames of one goroutine, as far as profiles want them.
class ProfileStack {
 public:
  // REQUIRES gp is at rest, or is the caller's own at a safepoint or in a native.
  ProfileStack(Engine* engine, const G* gp) : n_(engine->callerPcs(gp, pcs_, kMax)) {}
  const void* const* begin() const { return pcs_; }
  const void* const* end() const { return pcs_ + n_; }
  uint64_t hash(uint64_t size) const {
    uint64_t h = size;
    for (const void* pc : *this) h = (h ^ reinterpret_cast<uint64_t>(pc)) * 0x9e3779b97f4a7c15 + (h >> 29);
    return h;
  }

 private:
  static constexpr size_t kMax = 32;  // frames, as Go's records have

  const void* pcs_[kMax];
  size_t n_;
};

template <class Bucket>
class StackBuckets {
 public:
  // The bucket of this stack and size; a new one if there is none.
  Bucket& at(const ProfileStack& stack, uint64_t size = 0) {
    uint64_t hash = stack.hash(size);
    auto [from, to] = byHash_.equal_range(hash);
    for (auto it = from; it != to; ++it) {
      Bucket& b = *it->second;
      if (b.size == size && std::equal(stack.begin(), stack.end(), b.pcs.begin(), b.pcs.end())) return b;
    }
    Bucket& b = list_.emplace_back();
    b.pcs.assign(stack.begin(), stack.end());
    b.size = size;
    byHash_.emplace(hash, &b);
    return b;
  }
  void clear() {
    list_.clear();
    byHash_.clear();
  }
  std::deque<Bucket>& list() { return list_; }
  const std::deque<Bucket>& list() const { return list_; }

 private:
  std::deque<Bucket> list_;
  std::unordered_multimap<uint64_t, Bucket*> byHash_;
};

}  // namespace hood::rt
